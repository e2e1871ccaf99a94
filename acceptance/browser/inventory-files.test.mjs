import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertAccessible, launch, person, url } from './browser.mjs';

const tag = `Käserei ${Date.now()}`;
let browser;
let carla;

before(async () => {
  browser = await launch();
  carla = await person(browser, 'carla');
});

after(() => browser.close());

test('a table is checked, imported, found and exported again', async () => {
  await carla.goto(`${url}/inventory`);
  await carla.getByRole('link', { name: 'Import', exact: true }).click();
  await assertAccessible(carla, 'import');
  await carla.getByLabel('Choose a file').setInputFiles({
    name: 'ours.csv',
    mimeType: 'text/csv',
    // As Excel writes it in Europe
    buffer: Buffer.from(`Name;Host;Domain;Stage\r\n${tag};Slack;Milk;maturing\r\n=${tag};Slack;Milk;\r\nBad;Slack;Milk;asleep\r\n`, 'latin1'),
  });
  await carla.getByText('Nothing has been written yet.').waitFor();
  await carla.getByText('windows-1252').waitFor();
  await carla.getByRole('row', { name: /^4 stage/ }).waitFor();
  await assertAccessible(carla, 'import, checked');
  const [mending] = await Promise.all([
    carla.waitForEvent('download'),
    carla.getByRole('link', { name: 'Download the rows to mend' }).click(),
  ]);
  assert.match(await readFile(await mending.path(), 'utf8'), /4;stage;unknown-value/);

  await carla.getByRole('button', { name: 'Import 2 good rows' }).click();
  await carla.getByText('It is in the inventory.').waitFor();
  await carla.goto(`${url}/inventory?q=${encodeURIComponent(tag)}`);
  await carla.getByText(tag).first().waitFor();
  await carla.getByRole('button', { name: 'Export' }).click();
  await assertAccessible(carla, 'inventory, exporting');
  const [exported] = await Promise.all([
    carla.waitForEvent('download'),
    carla.getByRole('link', { name: 'Download' }).click(),
  ]);
  const lines = (await readFile(await exported.path(), 'utf8')).trim().split('\r\n');
  assert.equal(lines.length, 3);
  assert.ok(lines.some((line) => line.includes(`,'=${tag},`)), 'no cell is a formula');
});

test('whoever does not keep the register neither imports nor exports', async () => {
  const ada = await person(browser, 'ada');
  await ada.goto(`${url}/inventory`);
  await ada.getByRole('heading', { name: 'Inventory' }).waitFor();
  assert.equal(await ada.getByRole('button', { name: 'Export' }).count(), 0);
  await ada.goto(`${url}/inventory/import`);
  await ada.getByText('There is nothing here for you.').waitFor();
});
