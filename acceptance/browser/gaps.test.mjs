import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, until, url } from './browser.mjs';

const topic = `beekeeping${Date.now()}`;
let browser;
let carla;
let ada;

before(async () => {
  browser = await launch();
  carla = await person(browser, 'carla');
  ada = await person(browser, 'ada');
  for (const one of [ada, carla]) await ask(one);
  for (const name of ['bo', 'dev', 'admin']) {
    const other = await person(browser, name);
    await ask(other);
    await other.context().close();
  }
});

after(() => browser.close());

const ask = (page) =>
  call(page, 'POST', '/api/v1/posts', { kind: 'question', body: `Who knows about #${topic}?`, audience: { type: 'everyone' } });

/** Looks until what was just done is in what is found. */
async function look(page, found) {
  await until(async () => {
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByRole('button', { name: 'Look now', disabled: false }).waitFor();
    return (await found().count()) > 0;
  }, 'what was looked for');
}

test('a topic without a community is found with its evidence, and its community is seeded', async () => {
  await carla.goto(`${url}/inventory`);
  await carla.getByRole('link', { name: 'Gaps and overlaps' }).focus();
  await carla.keyboard.press('Enter');
  await carla.getByRole('heading', { name: 'Gaps', exact: true }).waitFor();
  const gap = () => carla.getByRole('listitem').filter({ has: carla.getByRole('heading', { name: topic, exact: true }) });
  await look(carla, gap);

  await gap().getByText('5 people, 5 posts, 5 of them asking.').waitFor();
  await carla.getByText('How this is found').click();
  await carla.getByText(/label propagation/).waitFor();
  await gap().getByText('5 examples').click();
  await gap().getByRole('link', { name: `Who knows about #${topic}?` }).first().waitFor();
  await assertAccessible(carla, 'gaps');

  await gap().getByRole('link', { name: 'Seed a community' }).focus();
  await carla.keyboard.press('Enter');
  await carla.getByRole('heading', { name: 'Found a community', level: 1 }).waitFor();
  assert.equal(await carla.getByLabel('Name', { exact: true }).inputValue(), topic);
  assert.match(await carla.getByLabel(/Why is it there/).inputValue(), new RegExp(topic));
  await carla.getByRole('button', { name: 'Found it' }).click();
  await carla.getByRole('heading', { name: topic, level: 1 }).waitFor();
});

test('communities about the same are found, a merge is proposed, and a steward answers', async () => {
  const own = await call(ada, 'POST', '/api/v1/communities', { name: `${topic} guild`, domain: topic, visibility: 'open' });
  await carla.goto(`${url}/inventory/overlaps`);
  const pair = () => carla.getByRole('listitem').filter({ has: carla.getByRole('heading', { name: new RegExp(`${topic} guild`) }) });
  await carla.getByRole('heading', { name: 'Overlaps', exact: true }).waitFor();
  await look(carla, pair);
  await assertAccessible(carla, 'overlaps');

  await pair().getByRole('button', { name: 'Propose a merge' }).focus();
  await carla.keyboard.press('Enter');
  await pair().getByRole('textbox').fill('The same people would find both.');
  await assertAccessible(carla, 'proposing a merge');
  await pair().getByRole('button', { name: 'Send the proposal' }).click();
  await pair().getByText('Proposed, not decided').waitFor();

  await ada.goto(`${url}/communities/${own.slug}`);
  await ada.getByRole('link', { name: 'See the proposal' }).click();
  await ada.getByText('The same people would find both.').waitFor();
  await assertAccessible(ada, 'proposals to merge');
  await ada.getByRole('button', { name: 'Yes, merge' }).focus();
  await ada.keyboard.press('Enter');
  await ada.getByText(`${topic} guild says yes.`).waitFor();
});

test('on a phone, in the dark and in German, it is the same; others find nothing there', async () => {
  const phone = await person(browser, 'carla', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true, colorScheme: 'dark',
  });
  for (const [path, title] of [['gaps', 'Lücken'], ['overlaps', 'Überschneidungen'], ['proposals', 'Vorschläge zum Zusammenlegen']]) {
    await phone.goto(`${url}/inventory/${path}`);
    await phone.getByRole('heading', { name: title, exact: true, level: 1 }).waitFor();
    await assertAccessible(phone, `${path} on a phone`);
    await noSidewaysScroll(phone, path);
  }
  await phone.context().close();

  await ada.goto(`${url}/inventory`);
  await ada.getByRole('heading', { name: 'Inventory' }).waitFor();
  assert.equal(await ada.getByRole('link', { name: 'Gaps and overlaps' }).count(), 0);
  await ada.goto(`${url}/inventory/gaps`);
  await ada.getByRole('main').waitFor();
  assert.equal(await ada.getByRole('button', { name: 'Look now' }).count(), 0);
});

test('the map shows the domain, leads to its communities, and is whole on a phone', async () => {
  await ada.goto(`${url}/inventory`);
  await ada.getByRole('link', { name: 'Map', exact: true }).focus();
  await ada.keyboard.press('Enter');
  await ada.getByRole('heading', { name: 'Map of domains', level: 1 }).waitFor();
  const field = ada.getByRole('main').getByRole('link', { name: new RegExp(topic) });
  await field.waitFor();
  await assertAccessible(ada, 'map of domains');
  await field.click();
  await ada.getByRole('main').getByText(`${topic} guild`).first().waitFor();

  const phone = await person(browser, 'ada', { viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true, colorScheme: 'dark' });
  await phone.goto(`${url}/inventory/map`);
  await phone.getByRole('heading', { name: 'Karte der Domänen', level: 1 }).waitFor();
  await phone.getByRole('main').getByRole('link', { name: new RegExp(topic) }).waitFor();
  await assertAccessible(phone, 'map of domains on a phone');
  await noSidewaysScroll(phone, 'map of domains');
  await phone.context().close();
});
