import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, url } from './browser.mjs';

const name = `Quiet hours ${Date.now()}`;
let browser;
let ada;
let bo;
let community;

before(async () => {
  browser = await launch();
  ada = await person(browser, 'ada');
  bo = await person(browser, 'bo');
  community = await call(ada, 'POST', '/api/v1/communities', { name, visibility: 'secret' });
});

after(() => browser.close());

/** Invites by keyboard, with a word why. */
async function invite(why) {
  await ada.goto(`${url}/communities/${community.slug}/members`);
  const section = ada.getByRole('region', { name: 'Invite somebody' });
  await section.getByRole('searchbox').fill('bo nakamura');
  await section.getByLabel(/A word why/).fill(why);
  const act = section.getByRole('button', { name: /^Invite Bo/ });
  await act.waitFor();
  await assertAccessible(ada, 'inviting');
  await act.focus();
  await ada.keyboard.press('Enter');
  await section.getByRole('button', { name: /^Take the invitation of Bo/ }).waitFor();
}

test('who is invited to a secret community finds the invitation where they look, and says no', async () => {
  await invite('You asked about this.');
  for (const path of ['/', '/notifications', '/communities']) {
    await bo.goto(`${url}${path}`);
    await bo.getByText('You asked about this.').waitFor();
  }
  await assertAccessible(bo, 'an invitation');
  await bo.getByRole('button', { name: `Decline the invitation to ${name}` }).focus();
  await bo.keyboard.press('Enter');
  await bo.getByText('You asked about this.').waitFor({ state: 'detached' });
  const { items } = await call(bo, 'GET', `/api/v1/communities?slug=${community.slug}`);
  assert.equal(items.length, 0, 'it is not there for who said no');
  await ada.reload();
  await ada.getByText('said no, and is not asked again for a while').waitFor();
});

test('on a phone and in German an invitation leads in', async () => {
  const carla = await person(browser, 'carla', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true, colorScheme: 'dark',
  });
  const me = await call(carla, 'GET', '/api/v1/me');
  await call(ada, 'PUT', `/api/v1/communities/${community.id}/invitations/${me.person.id}`, { note: 'Komm dazu.' });
  await carla.goto(`${url}/communities/${community.slug}`);
  await carla.getByText('Komm dazu.').waitFor();
  await assertAccessible(carla, 'an invitation on a phone');
  await noSidewaysScroll(carla, 'an invitation');
  await carla.getByRole('button', { name: `Die Einladung zu ${name} annehmen` }).click();
  await carla.getByText('Komm dazu.').waitFor({ state: 'detached' });
  await carla.getByRole('link', { name: 'Hier posten' }).first().waitFor();
  await carla.context().close();
});
