// Takes the pictures of docs/screens.md from a running system with the demo organisation:
// OUTLOUD_URL=http://localhost:8080 node pictures.mjs ../../docs/pictures
import { mkdir } from 'node:fs/promises';
import { call, launch, person, url } from './browser.mjs';

const folder = process.argv[2] ?? '../../docs/pictures';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const dark = { colorScheme: 'dark' };
await mkdir(folder, { recursive: true });
const browser = await launch();

async function settled(page) {
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

async function shoot(page, name, path) {
  if (path !== undefined) await page.goto(url + path);
  await settled(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

async function firstLink(page, path, selector) {
  await page.goto(url + path);
  await settled(page);
  return page.locator(selector).first().getAttribute('href');
}

const stranger = await person(browser);
await shoot(stranger, 'sign-in');
const strangerOnPhone = await person(browser, undefined, phone);
await shoot(strangerOnPhone, 'sign-in-phone');

const ada = await person(browser, 'ada');
const post = await firstLink(ada, '/?show=asks', 'article a[href^="/posts/"]');
const profile = await firstLink(ada, '/people', 'main li a[href^="/people/"], main article a[href^="/people/"]');
const { person: self } = await call(ada, 'GET', '/api/v1/me');
const own = `/people/${self.id}`;
const bo = await person(browser, 'bo');
const shared = await call(bo, 'POST', '/api/v1/posts', {
  kind: 'working-out-loud', audience: { type: 'everyone' },
  doing: 'The handover sheet for the night shift', learned: 'Three lines are read, ten are not. #handover',
});
await call(bo, 'POST', `/api/v1/posts/${shared.id}/comments`, { body: `@ada what do you leave out?` });
const waiting = (await call(ada, 'GET', '/api/v1/posts/scheduled')).items;
if (waiting.length === 0) {
  await call(ada, 'POST', '/api/v1/posts', {
    kind: 'plain', audience: { type: 'everyone' }, publishAt: new Date(Date.now() + 40 * 3_600_000).toISOString(),
    body: 'On Thursday we walk through the new ward plan together. Bring what you would never give up.',
  });
}
const community = await firstLink(ada, '/communities', 'nav a[href^="/communities/"]');
for (const [suffix, options] of [['', {}], ['-dark', dark], ['-phone', phone]]) {
  const page = await person(browser, 'ada', options);
  await shoot(page, `home${suffix}`, '/');
  await shoot(page, `post${suffix}`, post);
  await shoot(page, `compose${suffix}`, '/write');
  await shoot(page, `profile${suffix}`, profile);
  await shoot(page, `own-profile${suffix}`, own);
  await shoot(page, `edit-profile${suffix}`, '/profile/edit');
  await shoot(page, `people${suffix}`, '/people?q=nursing');
  await shoot(page, `who-can-help${suffix}`, '/who-can-help?topic=battery');
  await shoot(page, `privacy${suffix}`, '/profile/privacy');
  await shoot(page, `communities${suffix}`, '/communities');
  await shoot(page, `community${suffix}`, community);
  await shoot(page, `inventory${suffix}`, '/inventory');
  await shoot(page, `notifications${suffix}`, '/notifications');
  await shoot(page, `catch-up${suffix}`, '/catch-up');
  await shoot(page, `search${suffix}`, '/search?q=battery');
  await shoot(page, `scheduled${suffix}`, '/scheduled');
  await shoot(page, `share${suffix}`, `/posts/${shared.id}/share`);
  await page.context().close();
}
const german = await person(browser, 'ada', { locale: 'de-DE' });
await shoot(german, 'home-german', '/');
await browser.close();
