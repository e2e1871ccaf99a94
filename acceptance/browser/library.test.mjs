import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, until, url } from './browser.mjs';

const stamp = Date.now();
const name = `Night shifts ${stamp}`;
let browser;
let ada;
let bo;
let community;
let post;

before(async () => {
  browser = await launch();
  ada = await person(browser, 'ada');
  bo = await person(browser, 'bo');
  community = await call(ada, 'POST', '/api/v1/communities', { name, visibility: 'open' });
  await call(bo, 'PUT', `/api/v1/communities/${community.id}/membership`);
  await until(async () => {
    post = await call(ada, 'POST', '/api/v1/posts', {
      kind: 'plain', body: `How we hand over at six, ${stamp}`, audience: { type: 'community', communityId: community.id },
    }).catch(() => null);
    return post !== null;
  }, 'posting in the new community');
});

after(() => browser.close());

test('a page is written, found, edited by another, and every version of it stays', async () => {
  await ada.goto(`${url}/communities/${community.slug}`);
  await ada.getByRole('link', { name: 'Library', exact: true }).focus();
  await ada.keyboard.press('Enter');
  await ada.getByText('Nothing is kept here yet').waitFor();
  await assertAccessible(ada, 'an empty library');
  await ada.getByRole('link', { name: 'Add', exact: true }).click();
  await ada.getByLabel('Title').fill('Handing over');
  await ada.getByLabel('Words').fill('Say **three things**, and listen.');
  await assertAccessible(ada, 'writing a page');
  await ada.getByLabel('Words').press('Control+Enter');
  await ada.getByRole('heading', { name: 'Handing over' }).waitFor();
  assert.equal(await ada.locator('strong', { hasText: 'three things' }).count(), 1);
  await assertAccessible(ada, 'a page of the library');

  await bo.goto(`${url}/communities/${community.slug}/library`);
  await bo.getByRole('searchbox', { name: 'A word from the library' }).fill('liste');
  await bo.getByRole('link', { name: 'Handing over' }).click();
  await bo.getByRole('link', { name: 'Edit', exact: true }).click();
  await bo.getByLabel('Words').fill('Say **four things**, and listen.');
  await bo.getByRole('button', { name: 'Save' }).click();
  await bo.getByRole('button', { name: '2 versions' }).focus();
  await bo.keyboard.press('Enter');
  await bo.getByText('Say **three things**, and listen.').waitFor();
  await bo.getByText(/By (Ada Lindqvist, Bo Nakamura|Bo Nakamura, Ada Lindqvist)/).waitFor();
  await assertAccessible(bo, 'versions of a page');
});

test('a post that is worth keeping is kept from its menu, and read where it is', async () => {
  await bo.goto(`${url}/posts/${post.id}`);
  await bo.getByRole('button', { name: 'More for this post' }).first().click();
  await bo.getByRole('menuitem', { name: 'Keep in the library' }).click();
  await bo.getByText(`How we hand over at six, ${stamp}`).waitFor();
  await bo.getByLabel('Title').fill('The six o’clock list');
  await bo.getByRole('button', { name: 'Save' }).click();
  await bo.getByRole('heading', { name: 'The six o’clock list' }).waitFor();
  await bo.getByText(`How we hand over at six, ${stamp}`).waitFor();
  await assertAccessible(bo, 'a kept post');

  await bo.getByRole('button', { name: 'Take out' }).click();
  await bo.getByText('“The six o’clock list” is taken out.').waitFor();
  await bo.getByRole('button', { name: 'Undo' }).click();
  await bo.getByRole('link', { name: 'The six o’clock list' }).waitFor();
});

test('on a phone, in the dark and in German, it is the same', async () => {
  const phone = await person(browser, 'ada', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true, colorScheme: 'dark',
  });
  await phone.goto(`${url}/communities/${community.slug}/library`);
  await phone.getByRole('link', { name: 'Handing over' }).waitFor();
  await assertAccessible(phone, 'the library on a phone');
  await noSidewaysScroll(phone, 'the library');
  await phone.getByRole('link', { name: 'Handing over' }).click();
  await phone.getByRole('button', { name: '2 Fassungen' }).waitFor();
  await noSidewaysScroll(phone, 'a page of the library');
  await phone.goto(`${url}/communities/${community.slug}/library/new`);
  await phone.getByLabel('Titel').waitFor();
  await assertAccessible(phone, 'writing a page on a phone');
  await phone.context().close();
});
