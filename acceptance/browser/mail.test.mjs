import { after, before, test } from 'node:test';
import { assertAccessible, launch, noSidewaysScroll, person, url } from './browser.mjs';

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser.close());

test('from the notifications one comes to what is mailed, which says when the organisation sends no mail', async () => {
  const ada = await person(browser, 'ada');
  await ada.goto(`${url}/notifications`);
  await ada.getByRole('link', { name: 'Mail to you' }).click();
  await ada.getByText('Your organisation sends no mail from Outloud.').waitFor();
  await assertAccessible(ada, 'mail preferences');
});

test('the way out of the digest needs no sign-in, on a phone and in German too, and knows when its key is nobody’s', async () => {
  const phone = await person(browser, null, {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', colorScheme: 'dark', hasTouch: true,
  });
  await phone.goto(`${url}/api/v1/notifications/unsubscribe/0198f7a2-5b1e-7c3d-8e4f-a1b2c3d4e5f6`);
  await phone.getByRole('button', { name: 'Keine Zusammenfassung mehr schicken' }).click();
  await phone.getByText('Das ging nicht.').waitFor();
  await assertAccessible(phone, 'the way out of the digest');
  await noSidewaysScroll(phone, 'the way out of the digest');
  await phone.context().close();
});
