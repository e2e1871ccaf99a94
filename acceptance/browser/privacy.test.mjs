import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, until, url } from './browser.mjs';

const leaver = process.env.OUTLOUD_LEAVER;
let browser;
let dev;
let carla;
let profile;

before(async () => {
  browser = await launch();
  [dev, carla] = [await person(browser, 'dev'), await person(browser, 'carla')];
  profile = `${url}/people/${(await call(carla, 'GET', '/api/v1/me')).person.id}`;
});

after(() => browser.close());

test('somebody is muted by keyboard and heard again', async () => {
  await dev.goto(profile);
  await dev.getByRole('button', { name: 'Mute or block Carla Moreau' }).focus();
  await dev.keyboard.press('Enter');
  await dev.getByRole('menuitem', { name: 'Mute' }).waitFor();
  await assertAccessible(dev, 'profile with its menu');
  await dev.getByRole('menuitem', { name: 'Mute' }).press('Enter');
  await dev.getByText('Carla Moreau stays out of your home feed').waitFor();
  await dev.goto(`${url}/profile/privacy`);
  await dev.getByText('You blocked nobody.').waitFor();
  await dev.getByRole('button', { name: 'Unmute: Carla Moreau' }).press('Enter');
  await dev.getByText('You muted nobody.').waitFor();
  await assertAccessible(dev, 'privacy');
});

test('a block hides each from the other, and is undone', async () => {
  const blocker = `${url}/people/${(await call(dev, 'GET', '/api/v1/me')).person.id}`;
  await dev.goto(profile);
  await dev.getByRole('button', { name: 'Mute or block Carla Moreau' }).click();
  await dev.getByRole('menuitem', { name: 'Block' }).click();
  await dev.getByRole('dialog', { name: 'Block Carla Moreau?' }).waitFor();
  await assertAccessible(dev, 'block, asked once more');
  await dev.getByRole('button', { name: 'Block', exact: true }).click();
  await dev.getByRole('heading', { name: 'You blocked Carla Moreau' }).waitFor();
  await assertAccessible(dev, 'profile of somebody blocked');
  await until(async () => {
    await carla.goto(blocker);
    await carla.getByRole('heading').first().waitFor();
    return (await carla.getByRole('heading', { name: 'Dev Anand', exact: true }).count()) === 0;
  }, 'that the blocked one finds nobody');
  await dev.goto(`${url}/profile/privacy`);
  await dev.getByRole('button', { name: 'Unblock: Carla Moreau' }).click();
  await dev.getByText('You blocked nobody.').waitFor();
  await dev.goto(profile);
  await dev.getByRole('heading', { name: 'Carla Moreau', exact: true }).waitFor();
});

test('everything about oneself is fetched as one file', async () => {
  await dev.goto(`${url}/profile/privacy`);
  await dev.getByRole('button', { name: 'Gather my data' }).click();
  const fetched = dev.waitForEvent('download');
  await dev.getByRole('link', { name: 'Download' }).click();
  const file = await fetched;
  assert.equal(file.suggestedFilename(), 'outloud.zip');
  const bytes = [];
  for await (const part of await file.createReadStream()) bytes.push(part);
  assert.equal(Buffer.concat(bytes).subarray(0, 4).toString('latin1'), 'PK\u0003\u0004');
  await assertAccessible(dev, 'privacy, data gathered');
});

test('a feed reader reads under a secret address until it is taken back', async () => {
  await dev.goto(`${url}/profile/privacy`);
  await dev.getByRole('button', { name: 'Make an address' }).click();
  const address = await dev.getByText(/home\.atom$/).textContent();
  assert.ok(address.startsWith(`${url}/api/v1/feeds/private/`), address);
  const answer = await fetch(address);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^application\/atom\+xml/);
  assert.match(await answer.text(), /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
  await assertAccessible(dev, 'privacy, with an address for feed readers');
  await dev.getByRole('button', { name: 'Take it back' }).click();
  await dev.getByRole('button', { name: 'Make an address' }).waitFor();
  assert.equal((await fetch(address)).status, 404);
});

test('on a phone, in the dark and in German it is the same page', async () => {
  const phone = await person(browser, 'carla', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', colorScheme: 'dark', hasTouch: true,
  });
  await phone.goto(`${url}/profile/privacy`);
  await phone.getByRole('heading', { level: 1 }).waitFor();
  await phone.getByRole('heading', { level: 2 }).nth(3).waitFor();
  await assertAccessible(phone, 'privacy on a phone');
  await noSidewaysScroll(phone, 'privacy');
  await phone.context().close();
});

test('who leaves is forgotten, after saying so twice', { skip: !leaver && 'OUTLOUD_LEAVER names nobody' }, async () => {
  const page = await person(browser, leaver);
  await page.goto(`${url}/profile/privacy`);
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('dialog', { name: 'Erase your data for good?' }).waitFor();
  await assertAccessible(page, 'erasure, asked once more');
  await page.getByRole('textbox', { name: /to be sure/ }).fill('somebody else');
  assert.ok(await isOff(page.getByRole('button', { name: 'Erase for good' })), 'another name erases nobody');
  await page.getByRole('textbox', { name: /to be sure/ }).fill(leaver);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('You are forgotten here.').waitFor();
  await assertAccessible(page, 'erased');
  await until(async () => {
    const found = await call(dev, 'GET', `/api/v1/people?q=${encodeURIComponent(leaver)}`);
    return found.items.every((one) => one.userName !== leaver);
  }, 'that nobody finds the leaver');
  await page.context().close();
});

async function isOff(button) {
  return (await button.isDisabled()) || (await button.getAttribute('aria-disabled')) === 'true';
}
