import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const url = process.env.OUTLOUD_URL ?? 'http://localhost:8080';

const quiet = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

const refused = [];

/** What our content security policy refused since this was last asked; Keycloak's pages have their own. */
export function takeRefused() {
  return refused.splice(0);
}

/** A browser that may close only when our content security policy had nothing to refuse in it. */
export async function launch() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    assert.deepEqual(takeRefused(), [], 'the content security policy refused nothing');
  };
  return browser;
}

async function watchRefusals(context) {
  await context.exposeBinding('outloudRefused', (_, one) => refused.push(one));
  await context.addInitScript((origin) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      if (event.documentURI.startsWith(origin)) {
        window.outloudRefused(`${event.effectiveDirective} ${event.blockedURI} on ${event.documentURI} ${event.sourceFile ?? ''}`);
      }
    });
  }, url);
}

/** A browser of its own for one person: nothing is shared with another's. */
export async function person(browser, userName, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', ...options,
  });
  context.setDefaultTimeout(90_000);
  await watchRefusals(context);
  const page = await context.newPage();
  await page.goto(url);
  if (userName) {
    await page.locator('a[href="/oauth2/authorization/keycloak"]').click();
    await page.locator('#username').fill(userName);
    await page.locator('#password').fill('outloud');
    await page.locator('#kc-login').click();
    await page.getByRole('navigation').first().waitFor();
  }
  return page;
}

/** axe finds nothing on the screen, by the rules of WCAG 2.2 AA; from its top, where nothing lies half below the header. */
export async function assertAccessible(page, screen) {
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  assert.deepEqual(found, [], `axe on ${screen}`);
}

/** Asks the API as the person who is signed in to this page. */
export function call(page, method, path, body) {
  return page.evaluate(async ([verb, address, content]) => {
    const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
    const answer = await fetch(address, {
      method: verb,
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token), 'X-Requested-With': 'XMLHttpRequest' },
      ...(content && { body: JSON.stringify(content) }),
    });
    if (!answer.ok) throw new Error(`${verb} ${address}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text === '' ? null : JSON.parse(text);
  }, [method, path, body]);
}

/** Waits for what happens in the background. */
export async function until(condition, what) {
  for (let tries = 0; tries < 100; tries++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(`${what} did not happen within 20 s`);
}

export async function noSidewaysScroll(page, screen) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `nothing scrolls sideways on ${screen}, but ${wide} px do`);
}
