import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, url } from './browser.mjs';

let browser;
let ada;
let bo;

before(async () => {
  browser = await launch();
  ada = await person(browser, 'ada');
  bo = await person(browser, 'bo');
});

after(() => browser.close());

test('a post is passed on with own words, and its author hears of it', async () => {
  const said = `A trick worth knowing, ${Date.now()}`;
  const post = await call(bo, 'POST', '/api/v1/posts', { kind: 'plain', body: said });
  await ada.goto(`${url}/posts/${post.id}`);
  await ada.getByRole('article').first().getByRole('button', { name: 'More' }).first().click();
  await ada.getByRole('menuitem', { name: 'Share with own words' }).click();
  await ada.getByRole('heading', { level: 1, name: 'Share' }).waitFor();
  const words = `Saved me an hour ${Date.now()}`;
  await ada.getByRole('textbox', { name: /Your words/ }).fill(words);
  await assertAccessible(ada, 'sharing');
  await ada.reload();
  assert.equal(await ada.getByRole('textbox', { name: /Your words/ }).inputValue(), words);
  await ada.keyboard.press('Control+Enter');
  await ada.getByRole('button', { name: 'See it' }).click();
  await ada.getByText(words).first().waitFor();
  await ada.getByRole('blockquote').getByText(said).waitFor();
  await assertAccessible(ada, 'a post that passes another on');
  await bo.goto(`${url}/notifications`);
  await bo.getByText('Shared with own words').first().waitFor();
  await call(bo, 'DELETE', `/api/v1/posts/${post.id}`);
  await ada.reload();
  await ada.getByText('What is shared here is not there for you, or not any more.').waitFor();
});

test('on a phone and in German it is the same sheet', async () => {
  const post = await call(bo, 'POST', '/api/v1/posts', { kind: 'plain', body: `Für alle ${Date.now()}` });
  const phone = await person(browser, 'ada', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', colorScheme: 'dark', hasTouch: true,
  });
  await phone.goto(`${url}/posts/${post.id}/share`);
  await phone.getByRole('heading', { level: 1, name: 'Teilen' }).waitFor();
  await assertAccessible(phone, 'sharing on a phone');
  await noSidewaysScroll(phone, 'sharing');
  await phone.context().close();
});
