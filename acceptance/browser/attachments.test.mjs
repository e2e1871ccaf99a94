import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, launch, noSidewaysScroll, person, url } from './browser.mjs';

let browser;
let ada;
let bo;

before(async () => {
  browser = await launch();
  ada = await person(browser, 'ada');
  bo = await person(browser, 'bo');
});

after(() => browser.close());

/** A picture that the browser itself draws. */
async function picture(page) {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 600;
    const drawing = canvas.getContext('2d');
    drawing.fillStyle = '#2a6f97';
    drawing.fillRect(0, 0, 900, 600);
    drawing.fillStyle = '#ffd166';
    drawing.fillRect(200, 150, 500, 300);
    return canvas.toDataURL('image/png').split(',')[1];
  });
  return Buffer.from(drawn, 'base64');
}

test('a picture and a file go with a post, described, and its readers have them', async () => {
  const said = `The new ward plan, ${Date.now()}`;
  await ada.goto(`${url}/write?kind=plain`);
  await ada.getByRole('textbox').first().fill(said);
  await ada.locator('input[type=file]').setInputFiles([
    { name: 'plan.png', mimeType: 'image/png', buffer: await picture(ada) },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Mind the door') },
    { name: 'wrong.txt', mimeType: 'text/plain', buffer: Buffer.from('Not this one') },
  ]);
  await ada.getByRole('textbox', { name: 'Describe plan.png for those who do not see it' }).fill('Two rooms and a door');
  await ada.getByRole('button', { name: 'Remove wrong.txt' }).click();
  await assertAccessible(ada, 'composer with files');
  await ada.getByRole('button', { name: 'Post', exact: true }).click();
  await ada.getByRole('button', { name: 'See it' }).click();
  const shown = ada.getByRole('img', { name: 'Two rooms and a door' });
  await shown.waitFor();
  assert.ok(await shown.evaluate((image) => image.complete || new Promise((done) => { image.onload = () => done(true); })));
  assert.ok(await shown.evaluate((image) => image.naturalWidth) > 0);
  await assertAccessible(ada, 'a post with a picture and a file');
  const address = new URL(ada.url()).pathname;
  await bo.goto(`${url}${address}`);
  const download = bo.waitForEvent('download');
  await bo.getByRole('link', { name: /notes\.txt/ }).click();
  assert.equal((await download).suggestedFilename(), 'notes.txt');
  assert.equal(await bo.getByText('wrong.txt').count(), 0);
  const phone = await person(browser, 'bo', { viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true });
  await phone.goto(`${url}${address}`);
  await phone.getByRole('img', { name: 'Two rooms and a door' }).waitFor();
  await assertAccessible(phone, 'a post with a picture on a phone');
  await noSidewaysScroll(phone, 'a post with a picture');
  await phone.context().close();
});
