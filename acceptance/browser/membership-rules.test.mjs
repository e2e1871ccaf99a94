import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, until, url } from './browser.mjs';

const department = process.env.OUTLOUD_DEPARTMENT ?? 'Rare Fields';
const name = `Field notes ${Date.now()}`;
let browser;
let carla;
let community;

before(async () => {
  browser = await launch();
  carla = await person(browser, 'carla');
  community = await call(carla, 'POST', '/api/v1/communities', { name, visibility: 'closed' });
});

after(() => browser.close());

test('a rule is tried out, set, explained and taken back with the keyboard', async () => {
  await carla.goto(`${url}/communities/${community.slug}/members`);
  await carla.getByRole('link', { name: 'Who is a member by rule' }).focus();
  await carla.keyboard.press('Enter');
  await carla.getByRole('heading', { name: `Who is a member of ${name} by rule`, exact: true }).waitFor();
  await carla.getByText('There is no rule. Add a condition below.').waitFor();
  await assertAccessible(carla, 'membership rules, none yet');

  await carla.getByRole('searchbox', { name: 'Part of the name' }).focus();
  await carla.keyboard.type(department);
  await carla.getByRole('button', { name: `Add: department is ${department}`, exact: true }).focus();
  await carla.keyboard.press('Enter');
  await carla.getByRole('heading', { name: '1 person would join', exact: true }).waitFor();
  await carla.getByText('rea.fields').first().waitFor();
  await assertAccessible(carla, 'membership rules, tried out');
  assert.equal((await call(carla, 'GET', `/api/v1/communities/${community.id}/members`)).items.length, 1, 'trying out moves nobody');

  await carla.getByRole('button', { name: 'Set this rule' }).focus();
  await carla.keyboard.press('Enter');
  await carla.getByText('1 member by rule', { exact: true }).waitFor();
  await carla.goto(`${url}/communities/${community.slug}/members`);
  await carla.getByText(`By rule: department is ${department}`).waitFor();
  await assertAccessible(carla, 'members by rule');

  await carla.getByRole('link', { name: 'Who is a member by rule' }).click();
  await carla.getByRole('button', { name: 'Take the rule back' }).first().focus();
  await carla.keyboard.press('Enter');
  const dialog = carla.getByRole('dialog');
  await dialog.getByText('1 member is here by rule alone.').waitFor();
  assert.equal(await dialog.getByRole('radio', { name: 'leave', exact: true }).isChecked(), true);
  await assertAccessible(carla, 'taking a rule back');
  await dialog.getByRole('button', { name: 'Take the rule back' }).click();
  await carla.getByText('There is no rule. Add a condition below.').waitFor();
  await until(
    async () => (await call(carla, 'GET', `/api/v1/communities/${community.id}/members`)).items.length === 1,
    'the member by rule left',
  );
});

test('on a phone, in the dark and in German, it is the same screen', async () => {
  const phone = await person(browser, 'carla', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true, colorScheme: 'dark',
  });
  await phone.goto(`${url}/communities/${community.slug}/rules`);
  await phone.getByRole('heading', { name: `Wer in ${name} durch eine Regel Mitglied ist`, exact: true }).waitFor();
  await phone.getByRole('button', { name: /Hinzufügen: Abteilung ist/ }).first().waitFor();
  await assertAccessible(phone, 'membership rules on a phone');
  await noSidewaysScroll(phone, 'membership rules');
  await phone.context().close();
});

test('a steward without the role, and everybody else, finds nothing there', async () => {
  const ada = await person(browser, 'ada');
  const own = await call(ada, 'POST', '/api/v1/communities', { name: `Own ${Date.now()}`, visibility: 'open' });
  await ada.goto(`${url}/communities/${own.slug}/members`);
  await ada.getByRole('heading', { name: 'Add somebody' }).waitFor();
  assert.equal(await ada.getByRole('link', { name: 'Who is a member by rule' }).count(), 0);
  await ada.goto(`${url}/communities/${own.slug}/rules`);
  await ada.getByRole('main').waitFor();
  assert.equal(await ada.getByRole('heading', { name: 'Conditions' }).count(), 0);
  await ada.context().close();
});
