import { after, before, test } from 'node:test';
import { assertAccessible, launch, noSidewaysScroll, person, url } from './browser.mjs';

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser.close());

test('what the organisation calls confidential is asked about before it is published', async () => {
  const number = String(Date.now());
  const admin = await person(browser, 'admin');
  await admin.goto(`${url}/moderation/patterns`);
  await admin.getByRole('textbox', { name: /^What it finds/ }).fill('A case number');
  await admin.getByRole('textbox', { name: /^Expression/ }).fill(`case ${number}`);
  await admin.getByRole('textbox', { name: /^What the author is told/ }).fill('Say which kind of case instead.');
  await admin.getByRole('textbox', { name: /^Sample/ }).fill(`As in case ${number}, we waited.`);
  await admin.getByRole('button', { name: 'Try it on the sample' }).click();
  await admin.getByText(`Found: case ${number}`).waitFor();
  await assertAccessible(admin, 'patterns of the guard');
  await admin.getByRole('button', { name: 'Add pattern' }).click();
  await admin.getByText('The guard looks for it from now on.').first().waitFor();
  await noSidewaysScroll(admin, 'patterns of the guard');

  const bo = await person(browser, 'bo');
  await bo.goto(`${url}/write?kind=plain`);
  await bo.getByRole('textbox').first().fill(`We waited in case ${number} until noon`);
  await bo.keyboard.press('Control+Enter');
  await bo.getByText('Say which kind of case instead.', { exact: false }).first().waitFor();
  await assertAccessible(bo, 'composer, asked by the guard');
  await bo.getByRole('button', { name: 'It is not one' }).click();
  await bo.getByRole('article').filter({ hasText: `in case ${number} until noon` }).first().waitFor();

  await admin.getByRole('button', { name: 'Remove A case number' }).first().click();
  await admin.context().close();
  await bo.context().close();
});
