import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, url } from './browser.mjs';

let browser;
let ada;
let bo;
let dev;

before(async () => {
  browser = await launch();
  ada = await person(browser, 'ada');
  bo = await person(browser, 'bo');
  dev = await person(browser, 'dev');
});

after(() => browser.close());

test('what is reported is hidden with a word why, objected to, and shown again', async () => {
  const said = `Somebody is a fool, ${Date.now()}`;
  const post = await call(bo, 'POST', '/api/v1/posts', { kind: 'plain', body: said, audience: { type: 'everyone' } });
  await ada.goto(`${url}/posts/${post.id}`);
  await ada.getByRole('button', { name: 'More for this post' }).first().click();
  await ada.getByRole('menuitem', { name: 'Report' }).click();
  const dialog = ada.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Report' }).click();
  await dialog.getByText('Choose what is wrong with it.').waitFor();
  await dialog.getByRole('radio', { name: 'It hurts or belittles somebody' }).check();
  await assertAccessible(ada, 'reporting a post');
  await dialog.getByRole('button', { name: 'Report' }).click();
  await ada.getByText('Moderators look at it.').first().waitFor();

  await dev.goto(`${url}/moderation`);
  const reported = dev.getByRole('listitem').filter({ hasText: said }).first();
  await reported.getByText('1 person reported it:').waitFor();
  await reported.getByRole('button', { name: 'Hide it' }).click();
  await reported.getByText('Say why: the author reads it.').waitFor();
  await reported.getByRole('textbox', { name: 'Why' }).fill('It belittles a colleague.');
  await assertAccessible(dev, 'moderation');
  await reported.getByRole('button', { name: 'Hide it' }).click();
  await reported.waitFor({ state: 'detached' });
  await ada.getByText('This is no longer here.').waitFor();
  await ada.getByText(said).first().waitFor({ state: 'detached' });

  await bo.getByRole('link', { name: /^Notifications, \d+ new$/ }).first().click();
  await bo.getByRole('listitem').filter({ hasText: 'Moderators hid something that you wrote' }).first().waitFor();
  await assertAccessible(bo, 'a decision among notifications');
  await bo.goto(url);
  await bo.getByRole('link', { name: 'See why' }).click();
  const hidden = bo.getByRole('listitem').filter({ hasText: said }).first();
  await hidden.getByText('It belittles a colleague.').waitFor();
  await hidden.getByRole('textbox', { name: 'Do you see it differently?' }).fill('I meant myself.');
  await assertAccessible(bo, 'hidden posts');
  await hidden.getByRole('button', { name: 'Object' }).click();
  await hidden.getByText('Moderators look at your objection').waitFor();

  await dev.reload();
  await reported.getByText('I meant myself.').waitFor();
  await reported.getByRole('button', { name: 'Show it again' }).click();
  await reported.waitFor({ state: 'detached' });
  await ada.getByText(said).first().waitFor();
  await bo.goto(`${url}/notifications`);
  await bo.getByRole('listitem').filter({ hasText: 'Something that you wrote is shown again' }).filter({ hasText: said }).first().waitFor();
});

test('a reply that goes leaves the open pages of others, and is back with an undo', async () => {
  const post = await call(ada, 'POST', '/api/v1/posts', { kind: 'plain', body: `Tea or coffee, ${Date.now()}?`, audience: { type: 'everyone' } });
  const said = `Neither, ${Date.now()}`;
  const reply = await call(bo, 'POST', `/api/v1/posts/${post.id}/comments`, { body: said });
  await ada.goto(`${url}/posts/${post.id}`);
  await ada.getByText(said).first().waitFor();
  await call(bo, 'DELETE', `/api/v1/posts/${reply.id}`);
  await ada.getByText(said).first().waitFor({ state: 'detached' });
  await ada.getByText('No reply yet. A question back is a good start.').waitFor();
  await call(bo, 'POST', `/api/v1/posts/${reply.id}/restore`);
  await ada.getByText(said).first().waitFor();
});

test('whoever is suspended reads, writes nothing, and writes again once it is lifted; a warning is objected to', async () => {
  const said = `Again and again, ${Date.now()}`;
  const post = await call(bo, 'POST', '/api/v1/posts', { kind: 'plain', body: said, audience: { type: 'everyone' } });
  await call(ada, 'POST', `/api/v1/posts/${post.id}/report`, { reason: 'spam' });
  await dev.goto(`${url}/moderation`);
  const reported = dev.getByRole('listitem').filter({ hasText: said }).first();
  await reported.getByRole('button', { name: 'Warn or suspend Bo Nakamura' }).click();
  const form = reported.getByRole('group', { name: 'Warn or suspend Bo Nakamura' });
  await form.getByRole('combobox', { name: 'What happens' }).selectOption('No writing for a day');
  await form.getByRole('button', { name: 'Suspend' }).click();
  await form.getByText('Say why: the person reads it.').waitFor();
  await form.getByRole('textbox', { name: 'Why' }).fill('The same text ten times.');
  await assertAccessible(dev, 'suspending somebody');
  await form.getByRole('button', { name: 'Suspend' }).click();
  await form.waitFor({ state: 'detached' });

  await bo.goto(url);
  await bo.getByText('You may read here, but not write, until').waitFor();
  await bo.goto(`${url}/posts/${post.id}`);
  await bo.getByRole('textbox', { name: /reply/i }).first().fill('But why?');
  await bo.getByRole('button', { name: 'Reply', exact: true }).last().click();
  await bo.getByText(/suspended you from writing/).first().waitFor();
  await bo.goto(`${url}/hidden`);
  await bo.getByRole('heading', { name: 'Warnings and suspensions' }).waitFor();
  await bo.getByText('The same text ten times.').first().waitFor();
  await assertAccessible(bo, 'being suspended');

  await dev.goto(`${url}/moderation?show=people`);
  const suspended = dev.getByRole('listitem').filter({ hasText: 'The same text ten times.' }).first();
  await assertAccessible(dev, 'who was warned and suspended');
  await suspended.getByRole('button', { name: 'Take it back' }).click();
  await suspended.getByText('Taken back').waitFor();
  await bo.goto(url);
  await bo.getByText('You may read here, but not write, until').waitFor({ state: 'detached' });
  await call(bo, 'POST', `/api/v1/posts/${post.id}/comments`, { body: 'I see.' });

  const me = (await call(bo, 'GET', '/api/v1/me')).person.id;
  await call(dev, 'POST', '/api/v1/moderation/sanctions', { personId: me, kind: 'warning', note: 'Once is enough.' });
  const phone = await person(browser, 'bo', { viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true });
  await phone.goto(`${url}/hidden`);
  const warning = phone.getByRole('listitem').filter({ hasText: 'Once is enough.' }).first();
  await warning.getByRole('textbox', { name: 'Siehst du es anders?' }).fill('Es war ein Versehen.');
  await assertAccessible(phone, 'a warning on a phone');
  await noSidewaysScroll(phone, 'a warning');
  await warning.getByRole('button', { name: 'Einspruch einlegen' }).click();
  await warning.getByRole('textbox').waitFor({ state: 'detached' });
  await warning.getByText('Es war ein Versehen.').waitFor();
  await phone.context().close();
  await dev.reload();
  await dev.getByRole('listitem').filter({ hasText: 'Once is enough.' }).first().getByText('another moderator looks at the objection').waitFor();
});

test('whoever does not moderate finds nothing there, and on a phone in German it is the same', async () => {
  await ada.goto(`${url}/moderation`);
  await ada.getByRole('heading', { level: 1, name: 'Moderation' }).waitFor({ state: 'detached' });
  const phone = await person(browser, 'dev', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', colorScheme: 'dark', hasTouch: true,
  });
  await phone.goto(`${url}/moderation?show=decided`);
  await phone.getByRole('heading', { level: 1, name: 'Moderation' }).waitFor();
  await phone.getByRole('listitem').filter({ hasText: 'Wieder zu sehen' }).first().waitFor();
  await assertAccessible(phone, 'moderation on a phone');
  await noSidewaysScroll(phone, 'moderation');
  await phone.context().close();
});
