// No screen needs anything that the content security policy refuses; and what it refuses is noticed, here and in every journey.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, person, takeRefused, until, url } from './browser.mjs';

const everybodys = ['/', '/write', '/search?q=outloud', '/catch-up', '/notifications', '/notifications/preferences', '/saved', '/scheduled', '/people',
  '/who-can-help', '/profile/edit', '/profile/privacy', '/communities', '/new-community', '/places', '/tags/outloud', '/nowhere', '/api/docs', '/problems/limited'];
const learnings = ['/inventory', '/inventory/new', '/inventory/import', '/inventory/map', '/inventory/gaps', '/inventory/overlaps', '/inventory/proposals'];
const admins = ['/webhooks', '/webhooks/new', '/moderation/patterns', '/moderation', '/hidden'];

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser.close());

for (const [who, places] of [['bo', everybodys], ['carla', learnings], ['admin', admins]]) {
  test(`the policy refuses nothing on the screens of ${who}`, async () => {
    const page = await person(browser, who);
    for (const place of places) {
      await page.goto(url + place);
      await page.waitForFunction(() => document.querySelector('h1, h2')?.textContent && !document.querySelector('[aria-busy="true"]'));
    }
    assert.deepEqual(takeRefused(), []);
    await page.context().close();
  });
}

test('a style, a style in an attribute and a script that stand in a page do nothing', async () => {
  const page = await person(browser);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<style>body { outline: 3px solid }</style><p id="dressed" style="outline: 3px solid"></p>');
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
  });
  const refusals = [];
  await until(() => {
    refusals.push(...takeRefused());
    return refusals.length >= 3;
  }, 'the report of what was refused');
  assert.deepEqual(refusals.map((one) => one.split(' ')[0]).sort(), ['script-src-elem', 'style-src-attr', 'style-src-elem']);
  assert.deepEqual(
    await page.evaluate(() => [window.ran ?? false, ...[document.body, document.querySelector('#dressed')].map((one) => getComputedStyle(one).outlineStyle)]),
    [false, 'none', 'none'],
  );
  await page.context().close();
});
