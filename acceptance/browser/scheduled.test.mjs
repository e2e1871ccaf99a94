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

test('a post waits for its moment, may be looked at, and is posted now after all', async () => {
  const said = `For the night shift, ${Date.now()}`;
  await ada.goto(`${url}/write`);
  await ada.getByRole('textbox', { name: 'Working on' }).fill(said);
  await ada.getByRole('button', { name: 'Post later' }).click();
  await ada.getByRole('button', { name: 'Monday at 9' }).click();
  await assertAccessible(ada, 'composer with a moment');
  await ada.getByRole('button', { name: 'Schedule', exact: true }).click();
  await ada.getByRole('button', { name: 'Look at it' }).click();
  const item = ada.getByRole('listitem').filter({ hasText: said });
  await item.waitFor();
  await assertAccessible(ada, 'scheduled posts');
  await item.getByRole('button', { name: 'Post now' }).click();
  await ada.getByRole('button', { name: 'See it' }).click();
  await ada.getByText(said).first().waitFor();
  await bo.goto(`${url}/people/${(await call(ada, 'GET', '/api/v1/me')).person.id}`);
  await bo.getByText(said).first().waitFor();
});

test('what waits goes back to the drafts, on a phone and in German too', async () => {
  const said = `Später mehr, ${Date.now()}`;
  await call(ada, 'POST', '/api/v1/posts', {
    kind: 'plain', body: said, audience: { type: 'everyone' }, publishAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const phone = await person(browser, 'ada', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', colorScheme: 'dark', hasTouch: true,
  });
  await phone.goto(`${url}/scheduled`);
  const item = phone.getByRole('listitem').filter({ hasText: said });
  await item.waitFor();
  await assertAccessible(phone, 'scheduled posts on a phone');
  await noSidewaysScroll(phone, 'scheduled');
  await item.getByRole('button', { name: 'Zurück zu den Entwürfen' }).click();
  await phone.getByRole('button', { name: `„${said}“ weiterschreiben` }).click();
  await phone.getByText(said).first().waitFor();
  await phone.context().close();
});
