import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, launch, person, url } from './browser.mjs';

const word = `Turmalin${Date.now()}`;
let browser;
let bo;
let dev;
let profile;

/** Founds a community as the person who is signed in to this page. */
function founds(page, name, visibility) {
  return page.evaluate(async (community) => {
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '');
    const answer = await fetch('/api/v1/communities', {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }, body: JSON.stringify(community),
    });
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  }, { name, visibility });
}

/** Presses Tab until what is looked for has the focus. */
async function tabTo(page, wanted) {
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${wanted} is not reached by Tab`);
}

before(async () => {
  browser = await launch();
  [bo, dev] = [await person(browser, 'bo'), await person(browser, 'dev')];
  const id = await bo.evaluate(async () => (await (await fetch('/api/v1/me')).json()).person.id);
  profile = `${url}/people/${id}`;
});

after(() => browser.close());

test('one sees what others see of oneself', async () => {
  await bo.goto(`${url}/profile/edit`);
  await bo.getByRole('textbox', { name: 'Why I do this' }).fill(`Because of ${word}`);
  await bo.getByRole('combobox', { name: 'Who sees “Why I do this”' }).selectOption('network');
  await bo.getByRole('button', { name: 'Save' }).click();
  await bo.getByText(`Because of ${word}`).waitFor();
  await bo.getByRole('link', { name: 'Everyone', exact: true }).click();
  await bo.getByText('neither follows you').waitFor();
  assert.equal(await bo.getByText(`Because of ${word}`).count(), 0);
  await assertAccessible(bo, 'own profile as everyone sees it');
  await bo.getByRole('link', { name: 'My network' }).click();
  await bo.getByText(`Because of ${word}`).waitFor();
  await bo.getByRole('link', { name: 'You', exact: true }).click();
  await assertAccessible(bo, 'own profile');
});

test('what is not saved is not left behind unasked', async () => {
  await bo.goto(`${url}/profile/edit`);
  const headline = bo.getByRole('textbox', { name: 'What you do, in a sentence' });
  await headline.fill(`Sorts ${word}`);
  await bo.getByRole('link', { name: 'Cancel' }).click();
  await bo.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await assertAccessible(bo, 'leaving without saving, asked once more');
  await bo.getByRole('button', { name: 'Go on writing' }).click();
  assert.equal(await headline.inputValue(), `Sorts ${word}`);
  await bo.getByRole('link', { name: 'Cancel' }).click();
  await bo.getByRole('button', { name: 'Leave without saving' }).click();
  await bo.getByRole('heading', { name: 'Bo Nakamura' }).waitFor();
  assert.equal(await bo.getByText(`Sorts ${word}`).count(), 0);
});

test("somebody's communities are shown as far as the reader may see them", async () => {
  await founds(bo, `Open ${word}`, 'open');
  await founds(bo, `Closed ${word}`, 'closed');
  await dev.goto(profile);
  await dev.getByRole('link', { name: 'Communities', exact: true }).last().click();
  await dev.getByRole('link', { name: `Open ${word}` }).waitFor();
  assert.equal(await dev.getByRole('link', { name: `Closed ${word}` }).count(), 0);
  await assertAccessible(dev, "somebody's communities");
  await bo.goto(`${profile}/communities`);
  await bo.getByRole('main').getByRole('link', { name: `Closed ${word}` }).waitFor();
});

test('with the keyboard alone a misspelled name is found, followed and found among the followed', async () => {
  await dev.goto(`${url}/people`);
  await dev.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  const found = dev.getByRole('list', { name: 'People' }).getByRole('link', { name: 'Bo Nakamura' });
  await tabTo(dev, dev.getByRole('searchbox', { name: 'Name, skill or department' }));
  await dev.keyboard.type('Bo Nakamurra');
  await found.waitFor();
  const follow = dev.getByRole('list', { name: 'People' }).getByRole('button', { name: /Bo Nakamura/ });
  await tabTo(dev, follow);
  if ((await follow.getAttribute('aria-pressed')) === 'false') await dev.keyboard.press('Enter');
  await dev.getByRole('button', { name: 'Following Bo Nakamura, press to stop' }).waitFor();
  const only = dev.getByRole('checkbox', { name: 'People I follow' });
  for (let presses = 0; presses < 20 && !(await only.evaluate((box) => box === document.activeElement)); presses++) {
    await dev.keyboard.press('Shift+Tab');
  }
  await dev.keyboard.press('Space');
  await dev.waitForURL(/following=true/);
  await found.waitFor();
  await assertAccessible(dev, 'people one follows');
  await tabTo(dev, follow);
  await dev.keyboard.press('Enter');
  await dev.reload();
  await dev.getByRole('heading', { name: 'Nobody fits these filters' }).waitFor();
});

test('muting is taken back while it is told', async () => {
  await dev.goto(profile);
  await dev.getByRole('button', { name: 'Mute or block Bo Nakamura' }).click();
  await dev.getByRole('menuitem', { name: 'Mute' }).click();
  await dev.getByText('Muted by you').waitFor();
  await dev.getByRole('button', { name: 'Undo' }).click();
  await dev.getByText('Muted by you').waitFor({ state: 'detached' });
});

test('gathered data is still there when one comes back', async () => {
  await bo.goto(`${url}/profile/privacy`);
  await bo.getByRole('button', { name: /^Gather/ }).click();
  await bo.getByRole('link', { name: 'Download', exact: true }).waitFor();
  await bo.reload();
  await bo.getByRole('link', { name: 'Download', exact: true }).waitFor();
  await bo.getByText(/to be fetched until/).first().waitFor();
  await assertAccessible(bo, 'privacy with gathered data');
});

test('on a phone, in the dark and in German it is the same', async () => {
  const phone = await person(browser, 'carla', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', colorScheme: 'dark', hasTouch: true,
  });
  const own = await phone.evaluate(async () => (await (await fetch('/api/v1/me')).json()).person.id);
  for (const path of [`/people/${own}?as=everyone`, '/people?following=true', '/profile/edit', '/who-can-help', '/profile/privacy']) {
    await phone.goto(url + path);
    await phone.getByRole('heading', { level: 1 }).waitFor();
    await assertAccessible(phone, path);
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `nothing scrolls sideways on ${path}, but ${wide} px do`);
  }
  await phone.context().close();
});
