import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, url } from './browser.mjs';

const name = `Mittagsdeutsch ${Date.now()}`;
let browser;
let carla;
let slug;

before(async () => {
  browser = await launch();
  carla = await person(browser, 'carla');
});

after(() => browser.close());

test('a community is founded from a template, and its first prompts are planned', async () => {
  await carla.goto(`${url}/new-community`);
  await carla.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await carla.getByRole('combobox', { name: /Begin with a template/ }).selectOption('language');
  await assertAccessible(carla, 'a community from a template');
  await carla.getByRole('button', { name: 'Found it' }).click();

  await carla.getByRole('heading', { name: `What ${name} will be asked`, level: 1 }).waitFor();
  slug = new URL(carla.url()).pathname.split('/')[2];
  await carla.getByText('Nothing is planned.').waitFor();
  await carla.getByRole('textbox', { name: 'Prompt 1', exact: true }).fill('Which word made you smile this week?');
  await carla.getByRole('button', { name: 'Take out prompt 6' }).click();
  await assertAccessible(carla, 'planner with a template');
  await carla.getByRole('button', { name: 'Plan 5 prompts' }).focus();
  await carla.keyboard.press('Enter');
  await carla.getByText('Which word made you smile this week?').waitFor();
  await carla.getByText('5 prompts are planned.', { exact: true }).first().waitFor();
});

test('a prompt is changed and skipped, and the plan paused, with the keyboard', async () => {
  const planned = carla.getByRole('list', { name: 'Planned prompts' }).getByRole('listitem');
  await planned.nth(1).getByRole('button', { name: 'Change' }).focus();
  await carla.keyboard.press('Enter');
  await planned.nth(1).getByRole('textbox', { name: 'Prompt' }).fill('Tell of a word without a translation.');
  await assertAccessible(carla, 'changing a prompt');
  await planned.nth(1).getByRole('button', { name: 'Save' }).click();
  await planned.nth(1).getByRole('textbox', { name: 'Prompt', exact: true }).waitFor({ state: 'detached' });
  await planned.getByText('Tell of a word without a translation.').waitFor();

  await planned.nth(2).getByRole('button', { name: 'Skip' }).focus();
  await carla.keyboard.press('Enter');
  await carla.getByText('4 prompts are planned.', { exact: true }).waitFor();
  await carla.getByRole('button', { name: 'Pause the plan' }).focus();
  await carla.keyboard.press('Enter');
  await carla.getByText('The plan is paused: nothing of it is posted.').waitFor();
  await assertAccessible(carla, 'a paused plan');
  await carla.getByRole('button', { name: 'Go on' }).click();
  await carla.getByText('4 prompts are planned.', { exact: true }).waitFor();
});

test('on a phone, in the dark and in German, it is the same; members do not see it', async () => {
  const phone = await person(browser, 'carla', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true, colorScheme: 'dark',
  });
  await phone.goto(`${url}/communities/${slug}`);
  await phone.getByRole('link', { name: 'Impulse planen' }).click();
  await phone.getByRole('heading', { name: `Was ${name} gefragt wird`, level: 1 }).waitFor();
  await phone.getByText('Tell of a word without a translation.').waitFor();
  await assertAccessible(phone, 'planner on a phone');
  await noSidewaysScroll(phone, 'planner');
  await phone.context().close();

  const ada = await person(browser, 'ada');
  const { items } = await call(ada, 'GET', `/api/v1/communities?slug=${slug}`);
  await call(ada, 'PUT', `/api/v1/communities/${items[0].id}/membership`);
  await ada.goto(`${url}/communities/${slug}`);
  await ada.getByRole('heading', { name, level: 1 }).waitFor();
  assert.equal(await ada.getByRole('link', { name: 'Plan prompts' }).count(), 0);
  await ada.goto(`${url}/communities/${slug}/plan`);
  await ada.getByRole('main').waitFor();
  assert.equal(await ada.getByText('Tell of a word without a translation.').count(), 0);
  await ada.context().close();
});
