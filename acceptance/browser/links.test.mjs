import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, url } from './browser.mjs';

/** The one address of this machine that the system may ask. */
const port = Number(process.env.OUTLOUD_PAGES_PORT ?? 8970);
const address = `http://localhost:${port}/handover?at=${Date.now()}`;
const pages = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end('<title>Handover in three lines</title><meta name="description" content="What a night shift needs to know."><meta property="og:site_name" content="Ward wiki">');
});
let browser;
let ada;
let bo;

before(async () => {
  await new Promise((ready) => pages.listen(port, 'localhost', ready));
  browser = await launch();
  ada = await person(browser, 'ada');
  bo = await person(browser, 'bo');
});

after(async () => {
  await browser.close();
  pages.closeAllConnections();
  pages.close();
});

test('what a linked page says appears on open pages, and its author takes it off', async () => {
  const post = await call(ada, 'POST', '/api/v1/posts', { kind: 'plain', body: `This helped us: ${address}` });
  await bo.goto(`${url}/posts/${post.id}`);
  const card = (page) => page.getByRole('link', { name: /Handover in three lines/ }).first();
  await card(bo).waitFor();
  await bo.getByText('What a night shift needs to know.').first().waitFor();
  await assertAccessible(bo, 'a post with a preview');

  const phone = await person(browser, 'bo', { viewport: { width: 390, height: 844 }, locale: 'de-DE', hasTouch: true, colorScheme: 'dark' });
  await phone.goto(`${url}/posts/${post.id}`);
  await card(phone).waitFor();
  await assertAccessible(phone, 'a post with a preview on a phone');
  await noSidewaysScroll(phone, 'a post with a preview');
  await phone.context().close();

  await ada.goto(`${url}/posts/${post.id}`);
  await card(ada).waitFor();
  await ada.getByRole('button', { name: 'More for this post' }).first().focus();
  await ada.keyboard.press('Enter');
  await ada.getByRole('menuitem', { name: 'Take off the preview' }).focus();
  await ada.keyboard.press('Enter');
  await card(ada).waitFor({ state: 'detached' });
  await card(bo).waitFor({ state: 'detached' });
});
