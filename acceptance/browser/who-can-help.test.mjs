import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, until, url } from './browser.mjs';

const word = `Zirkonia${Date.now()}`;
let browser;
let ada;
let bo;
let dev;

before(async () => {
  browser = await launch();
  [ada, bo, dev] = [await person(browser, 'ada'), await person(browser, 'bo'), await person(browser, 'dev')];
});

after(() => browser.close());

test('who answered is found, with exactly the answer behind the reason', async () => {
  const asked = await call(ada, 'POST', '/api/v1/posts', {
    kind: 'question', body: `How do I polish ${word} housings?`, audience: { type: 'everyone' },
  });
  const answer = await call(bo, 'POST', `/api/v1/posts/${asked.id}/comments`, { body: 'Wet, with the blue paste.' });
  await call(ada, 'PUT', `/api/v1/posts/${asked.id}/answer`, { commentId: answer.id });
  await call(ada, 'PUT', `/api/v1/posts/${answer.id}/reactions/helped`);
  await call(bo, 'POST', '/api/v1/posts', {
    kind: 'plain', body: `${word} among those who follow me`, audience: { type: 'followers' },
  });
  await call(ada, 'DELETE', `/api/v1/people/${answer.author.id}/follow`);
  await call(dev, 'DELETE', `/api/v1/people/${answer.author.id}/follow`);
  await until(
    async () => (await call(dev, 'GET', `/api/v1/experts?topic=${word}`)).items[0]?.reasons[0]?.kind === 'answers',
    'the evidence',
  );

  await dev.goto(url);
  await dev.getByRole('navigation').first().waitFor();
  await dev.keyboard.press('g');
  await dev.keyboard.press('w');
  await dev.getByRole('heading', { name: 'Who can help?' }).waitFor();
  await assertAccessible(dev, 'who can help, nothing asked yet');
  await dev.getByRole('searchbox', { name: 'Topic' }).focus();
  await dev.keyboard.type(`polishing ${word}`);
  await dev.keyboard.press('Enter');
  await dev.getByRole('link', { name: 'Bo Nakamura' }).first().waitFor();
  const reason = dev.getByRole('button', { name: /1 answer, accepted or thanked for/ });
  assert.equal(await reason.getAttribute('aria-expanded'), 'true');
  await dev.getByRole('link', { name: 'Wet, with the blue paste.' }).waitFor();
  assert.equal(await dev.getByRole('button', { name: /on this/ }).count(), 0, 'a post for followers counts for nobody else');
  await assertAccessible(dev, 'who can help');
  await reason.focus();
  await dev.keyboard.press('Enter');
  assert.equal(await reason.getAttribute('aria-expanded'), 'false');
  await dev.keyboard.press('Enter');
  await dev.getByRole('link', { name: 'Wet, with the blue paste.' }).focus();
  await dev.keyboard.press('Enter');
  await dev.getByText(`How do I polish ${word} housings?`).first().waitFor();
  await dev.goBack();
  await dev.getByRole('link', { name: 'Ask Bo' }).click();
  await dev.getByRole('textbox', { name: 'Your question' }).waitFor();
  assert.equal(await dev.getByRole('textbox', { name: 'Your question' }).inputValue(), '@bo ');
});

test('on a phone, and in German, it is the same answer', async () => {
  const phone = await person(browser, 'carla', { viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true });
  await phone.getByRole('link', { name: 'Hilfe' }).click();
  await phone.getByRole('searchbox', { name: 'Thema' }).fill(word);
  await phone.keyboard.press('Enter');
  await phone.getByRole('link', { name: 'Bo Nakamura' }).first().waitFor();
  await phone.getByRole('link', { name: 'Wet, with the blue paste.' }).waitFor();
  await assertAccessible(phone, 'who can help on a phone');
  await noSidewaysScroll(phone, 'who can help');
  await phone.context().close();
});

test('nobody is found with a way on', async () => {
  await dev.goto(`${url}/who-can-help?topic=${encodeURIComponent('qqwxz unheard of')}`);
  await dev.getByRole('heading', { name: /Nobody found/ }).waitFor();
  await assertAccessible(dev, 'who can help, nobody');
});

test('a profile is written, illustrated and shown to whom its owner chose', async () => {
  const page = await person(browser, 'admin');
  await page.goto(`${url}/profile/edit`);
  await page.getByRole('textbox', { name: 'Job title' }).fill('Keeper of keys');
  await page.getByRole('textbox', { name: 'Ask me about' }).fill(`${word} at night`);
  await page.getByRole('combobox', { name: 'Who sees “Ask me about”' }).selectOption('me');
  await assertAccessible(page, 'edit profile');
  const picture = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 480;
    canvas.getContext('2d').fillRect(0, 0, 640, 480);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  });
  await page.locator('input[type=file]').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture, 'base64') });
  await page.getByText('Your picture is up').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Alex Admin', exact: true }).waitFor();
  const address = page.url();
  await page.getByText(`${word} at night`).waitFor();

  await dev.goto(address);
  await dev.getByRole('heading', { name: 'Alex Admin', exact: true }).waitFor();
  assert.equal(await dev.getByText(`${word} at night`).count(), 0);
  assert.equal(await dev.getByText('Keeper of keys').count(), 0);
  const shown = await dev.locator('main header img').evaluate(async (image) => {
    await image.decode();
    return image.naturalWidth;
  });
  assert.ok(shown >= 64, `the picture is ${shown} px wide`);
  await assertAccessible(dev, 'profile with a picture');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${url}/profile/edit`);
  await page.getByRole('heading', { name: 'Your picture' }).waitFor();
  await noSidewaysScroll(page, 'edit profile');
  await page.context().close();
});

test('the directory finds a misspelled name and filters', async () => {
  await dev.goto(`${url}/people?q=Lindquist`);
  await dev.getByRole('link', { name: 'Ada Lindqvist' }).waitFor();
  await dev.getByRole('combobox', { name: 'Skill' }).fill('nothing like it');
  await dev.keyboard.press('Enter');
  await dev.getByRole('heading', { name: 'Nobody fits these filters' }).waitFor();
  await assertAccessible(dev, 'people, filtered');
});
