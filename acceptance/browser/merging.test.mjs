import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, until, url } from './browser.mjs';

const stamp = Date.now();
const names = { old: `Dashboards ${stamp}`, kept: `Figures ${stamp}`, part: `Maps ${stamp}` };
let browser;
let ada;
let bo;
let old;
let kept;
let post;

before(async () => {
  browser = await launch();
  ada = await person(browser, 'ada');
  bo = await person(browser, 'bo');
  old = await call(ada, 'POST', '/api/v1/communities', { name: names.old, visibility: 'open' });
  kept = await call(ada, 'POST', '/api/v1/communities', { name: names.kept, visibility: 'open' });
  await call(bo, 'PUT', `/api/v1/communities/${old.id}/membership`);
  await until(async () => {
    post = await call(ada, 'POST', '/api/v1/posts', {
      kind: 'plain', body: `A #map of stations, ${stamp}`, audience: { type: 'community', communityId: old.id },
    }).catch(() => null);
    return post !== null;
  }, 'posting in the new community');
});

after(() => browser.close());

test('two communities become one: what that means is said first, and people and threads go on there', async () => {
  await ada.goto(`${url}/communities/${old.slug}/edit`);
  await assertAccessible(ada, 'what a community may become');
  await ada.getByRole('link', { name: 'Merge it into another' }).focus();
  await ada.keyboard.press('Enter');
  await ada.getByRole('heading', { name: `Merge ${names.old} into another`, level: 1 }).waitFor();
  await ada.getByRole('searchbox', { name: 'Name, domain or purpose' }).fill(names.kept);
  await ada.getByRole('button', { name: `Merge into ${names.kept}` }).waitFor();
  await assertAccessible(ada, 'choosing a community to merge into');
  await ada.getByRole('button', { name: `Merge into ${names.kept}` }).focus();
  await ada.keyboard.press('Enter');
  const dialog = ada.getByRole('dialog', { name: `Merge ${names.old} into ${names.kept}?` });
  await dialog.getByText(`1 person comes to ${names.kept}.`).waitFor();
  await assertAccessible(ada, 'merging');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await ada.getByRole('heading', { name: names.kept, level: 1 }).waitFor();

  await bo.goto(`${url}/communities/${old.slug}`);
  await bo.getByText('This community goes on in').waitFor();
  await assertAccessible(bo, 'a community that goes on elsewhere');
  await bo.getByRole('link', { name: names.kept, exact: true }).first().click();
  await bo.getByRole('heading', { name: names.kept, level: 1 }).waitFor();
  await until(async () => {
    await bo.reload();
    await bo.getByRole('heading', { name: names.kept, level: 1 }).waitFor();
    return (await call(bo, 'GET', `/api/v1/feeds/communities/${kept.id}`)).items.some(({ id }) => id === post.id);
  }, 'the thread went along');
  await bo.getByText(`of stations, ${stamp}`).waitFor();
});

test('a part becomes a community of its own, with those who come along and the talk that has its tag', async () => {
  await ada.goto(`${url}/communities/${kept.slug}/edit`);
  await ada.getByRole('link', { name: 'Split it' }).click();
  await ada.getByLabel('Name', { exact: true }).fill(names.part);
  await ada.getByLabel(/Threads with this tag/).fill('#map');
  await ada.getByRole('checkbox').first().check();
  await assertAccessible(ada, 'splitting');
  await ada.getByRole('button', { name: 'Found it' }).focus();
  await ada.keyboard.press('Enter');
  await ada.getByRole('heading', { name: names.part, level: 1 }).waitFor();
  const { items } = await call(bo, 'GET', `/api/v1/communities?slug=${new URL(ada.url()).pathname.split('/').at(-1)}`);
  assert.equal(items[0].mine.role, 'member');
  await until(
    async () => (await call(bo, 'GET', `/api/v1/posts/${post.id}`)).community.id === items[0].id,
    'the thread with the tag went along',
  );
});

test('on a phone, in the dark and in German, it is the same', async () => {
  const phone = await person(browser, 'ada', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true, colorScheme: 'dark',
  });
  for (const [path, title] of [['merge', `${names.kept} in eine andere überführen`], ['split', `Eine Community aus ${names.kept} gründen`]]) {
    await phone.goto(`${url}/communities/${kept.slug}/${path}`);
    await phone.getByRole('heading', { name: title, level: 1 }).waitFor();
    await assertAccessible(phone, `${path} on a phone`);
    await noSidewaysScroll(phone, path);
  }
  await phone.goto(`${url}/communities/${kept.slug}/edit`);
  await phone.getByRole('button', { name: 'Archivieren' }).click();
  const dialog = phone.getByRole('dialog', { name: `${names.kept} archivieren?` });
  await assertAccessible(phone, 'archiving on a phone');
  await dialog.getByRole('button', { name: 'Archivieren' }).click();
  await phone.getByText('Was gesagt wurde, bleibt lesbar; Neues kommt nicht dazu.').waitFor();
  await noSidewaysScroll(phone, 'an archived community');
  await phone.context().close();
});
