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

test('the bell says at once that somebody replied, and one row stands for the thread', async () => {
  const said = `Who has seen this, ${Date.now()}`;
  const post = await call(ada, 'POST', '/api/v1/posts', { kind: 'question', body: said });
  await call(ada, 'POST', '/api/v1/notifications/read', { until: new Date().toISOString() });
  await ada.goto(url);
  await ada.getByRole('link', { name: 'Notifications', exact: true }).first().waitFor();
  await call(bo, 'POST', `/api/v1/posts/${post.id}/comments`, { body: 'I have, twice.' });
  await ada.getByRole('link', { name: 'Notifications, 1 new' }).first().waitFor();
  await call(bo, 'POST', `/api/v1/posts/${post.id}/comments`, { body: 'And once more.' });
  await ada.getByRole('link', { name: 'Notifications, 1 new' }).first().click();
  const row = ada.getByRole('listitem').filter({ hasText: said });
  await row.getByText('2 replies to you').waitFor();
  await assertAccessible(ada, 'notifications');
  await row.getByRole('link', { name: said }).click();
  await ada.getByText('And once more.').first().waitFor();
  await ada.getByRole('link', { name: 'Notifications', exact: true }).first().waitFor();
});

test('a thread that is muted is heard of no more', async () => {
  const said = `Too loud, ${Date.now()}`;
  const post = await call(ada, 'POST', '/api/v1/posts', { kind: 'plain', body: said });
  await call(bo, 'POST', `/api/v1/posts/${post.id}/comments`, { body: 'First' });
  await ada.goto(`${url}/notifications`);
  await ada.getByRole('button', { name: `Hear no more of ${said}` }).click();
  await ada.getByText('You hear no more of this thread.').waitFor();
  await ada.getByRole('button', { name: 'Undo' }).waitFor();
  await assertAccessible(ada, 'notifications, a thread muted');
});

test('on a phone, in the dark and in German it is the same page', async () => {
  const phone = await person(browser, 'ada', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', colorScheme: 'dark', hasTouch: true,
  });
  await phone.goto(`${url}/notifications`);
  await phone.getByRole('heading', { level: 1 }).waitFor();
  await phone.getByRole('listitem').first().waitFor();
  await assertAccessible(phone, 'notifications on a phone');
  await noSidewaysScroll(phone, 'notifications');
  await phone.context().close();
});
