import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, call, launch, noSidewaysScroll, person, url } from './browser.mjs';

let browser;
let ada;
let bo;

before(async () => {
  browser = await launch();
  const stranger = await person(browser);
  await stranger.getByRole('heading', { name: 'Good to see you.' }).waitFor();
  await assertAccessible(stranger, 'sign-in');
  await stranger.context().close();
  ada = await person(browser, 'ada');
  bo = await person(browser, 'bo');
  // Whom others look up has to have been here once
  await (await person(browser, 'dev')).context().close();
});

after(() => browser.close());

test('a post travels from one browser to another, live, and thanks and a reply travel back', async () => {
  const said = `Moving the gateway, ${Date.now()}`;
  await bo.goto(`${url}/people?q=Lindqvist`);
  const follow = bo.getByRole('button', { name: /Follow/ }).first();
  await follow.waitFor();
  await assertAccessible(bo, 'people');
  if ((await follow.getAttribute('aria-pressed')) !== 'true') {
    const followed = bo.waitForResponse((answer) => answer.url().endsWith('/follow') && answer.ok());
    await follow.click();
    await bo.locator('[aria-pressed="true"]').first().waitFor();
    await followed;
  }
  const live = bo.waitForResponse(/\/api\/v1\/stream/);
  await bo.goto(url);
  await live;
  await bo.getByRole('feed').or(bo.getByText('Your feed fills')).first().waitFor();

  await ada.goto(url);
  await ada.getByRole('button', { name: 'What are you working on?' }).click();
  await ada.getByRole('textbox', { name: 'Working on' }).fill(said);
  await ada.getByRole('textbox', { name: /Stuck on/ }).fill('Who has seen a merge arrive first? #adt');
  await assertAccessible(ada, 'composer');
  await ada.keyboard.press('Control+Enter');
  await ada.getByRole('article').filter({ hasText: said }).waitFor();

  await bo.getByRole('button', { name: /Show \d+ new post/ }).click();
  const arrived = bo.getByRole('article').filter({ hasText: said }).first();
  await arrived.waitFor();
  await assertAccessible(bo, 'home');
  await arrived.getByRole('button', { name: 'Thank' }).click();
  await bo.getByRole('checkbox', { name: 'Taught me' }).or(bo.getByRole('button', { name: 'Taught me' })).first().click();
  await ada.getByText(/Taught Bo/).first().waitFor();

  await arrived.getByRole('link').or(arrived.getByRole('button')).filter({ hasText: /I can help|Reply/ }).first().click();
  const reply = bo.getByRole('textbox', { name: /Reply to/ });
  await reply.fill('At one site in five it does.');
  await bo.getByRole('button', { name: 'Reply', exact: true }).last().click();
  await bo.getByText('At one site in five it does.').first().waitFor();
  await assertAccessible(bo, 'post');

  await ada.goto(bo.url());
  await ada.getByText('At one site in five it does.').first().waitFor();
  await ada.getByRole('button', { name: 'Accept as answer' }).click();
  await ada.getByText(/answered/).first().waitFor();
  await assertAccessible(ada, 'answered post');
});

test('a community is founded and stands in the directory and the inventory', async () => {
  const name = `Alarm management ${Date.now()}`;
  await ada.goto(`${url}/communities`);
  await ada.getByRole('link', { name: 'Found a community' }).or(ada.getByRole('button', { name: 'Found a community' })).click();
  await ada.getByRole('textbox', { name: 'Name' }).fill(name);
  await assertAccessible(ada, 'new community');
  await ada.keyboard.press('Enter');
  await ada.getByRole('heading', { name }).waitFor();
  await assertAccessible(ada, 'community');
  await bo.goto(`${url}/communities?q=${encodeURIComponent(name)}`);
  await bo.getByText(name).first().waitFor();
  await assertAccessible(bo, 'communities');
  await bo.goto(`${url}/inventory?q=${encodeURIComponent(name)}`);
  await bo.getByText(name).first().waitFor();
  await assertAccessible(bo, 'inventory');
});

test('a steward lets in who asks, and takes in who does not', async () => {
  const name = `Quiet wards ${Date.now()}`;
  await ada.goto(`${url}/new-community`);
  await ada.getByRole('textbox', { name: 'Name' }).fill(name);
  await ada.getByRole('radio', { name: /Closed/ }).check();
  await ada.keyboard.press('Control+Enter');
  await ada.getByRole('heading', { name }).waitFor();
  await bo.goto(ada.url());
  await bo.getByRole('button', { name: `Ask to join ${name}` }).click();
  await bo.getByRole('button', { name: /Asked to join/ }).waitFor();

  await ada.getByRole('link', { name: /Members/ }).click();
  await ada.getByRole('button', { name: 'Let Bo Nakamura in' }).waitFor();
  await assertAccessible(ada, 'asks');
  await ada.getByRole('button', { name: 'Let Bo Nakamura in' }).click();
  await ada.getByRole('button', { name: 'Role of Bo Nakamura: Member' }).waitFor();
  await bo.reload();
  await bo.getByRole('link', { name: 'Post here' }).first().waitFor();

  await ada.getByRole('searchbox', { name: 'Name, department or skill', exact: true }).fill('Dev');
  await ada.getByRole('button', { name: 'Add Dev Anand' }).click();
  await ada.getByRole('button', { name: 'Role of Dev Anand: Member' }).click();
  await ada.getByRole('menuitemradio', { name: 'Facilitator' }).click();
  await ada.getByRole('button', { name: 'Role of Dev Anand: Facilitator' }).waitFor();
  await assertAccessible(ada, 'members, as steward');
});

test('what is saved waits in its folder, with a note for its owner only', async () => {
  const said = `Worth keeping, ${Date.now()}`;
  const folder = `Reading ${Date.now()}`;
  await bo.goto(`${url}/write?kind=plain`);
  await bo.getByRole('textbox').first().fill(said);
  await bo.keyboard.press('Control+Enter');
  await bo.getByRole('article').filter({ hasText: said }).first().waitFor();
  await bo.goto(url);
  const post = bo.getByRole('article').filter({ hasText: said }).first();
  await post.getByRole('button', { name: 'Save', exact: true }).click();
  await bo.getByRole('button', { name: 'Folder and note' }).click();
  await bo.getByRole('combobox', { name: /^Folder/ }).fill(folder);
  await bo.getByRole('textbox', { name: /^Note/ }).fill('For Monday');
  await assertAccessible(bo, 'folder and note');
  await bo.getByRole('button', { name: 'Keep it so' }).click();
  await bo.getByRole('link', { name: 'Saved' }).first().click();
  await bo.getByRole('link', { name: new RegExp(folder) }).first().click();
  await bo.getByText('For Monday').waitFor();
  await assertAccessible(bo, 'saved');
});

test('what was begun at the desk is gone on with on another device, and is gone when it is posted', async () => {
  const said = `Half a sentence, ${Date.now()}`;
  const [desk, sofa] = [await person(browser, 'ada'), await person(browser, 'ada')];
  await desk.goto(`${url}/write?kind=plain`);
  await desk.getByRole('textbox').first().fill(said);
  await desk.getByText('Draft saved on every device').waitFor();
  await sofa.goto(`${url}/write`);
  const goOn = sofa.getByRole('button', { name: `Go on with “${said}”` });
  await goOn.waitFor();
  await assertAccessible(sofa, 'composer, with what was begun');
  await goOn.click();
  await sofa.getByRole('button', { name: 'Put aside' }).waitFor();
  await sofa.keyboard.press('Control+Enter');
  await sofa.getByRole('article').filter({ hasText: said }).first().waitFor();
  await sofa.goto(`${url}/write`);
  await sofa.getByRole('textbox', { name: 'Working on' }).waitFor();
  const left = await call(sofa, 'GET', '/api/v1/drafts');
  assert.ok(!JSON.stringify(left).includes(said));
  await desk.context().close();
  await sofa.context().close();
});

test('a post is said better, its readers see what changed, and a deleted one comes back', async () => {
  const said = `The gatway holds, ${Date.now()}`;
  await call(ada, 'POST', '/api/v1/posts', { kind: 'plain', body: said });
  await ada.goto(url);
  const own = ada.getByRole('article').filter({ hasText: said }).first();
  await own.getByRole('button', { name: 'More for this post' }).click();
  await ada.getByRole('menuitem', { name: 'Edit' }).click();
  await ada.getByRole('textbox', { name: 'Text' }).fill(said.replace('gatway', 'gateway'));
  await assertAccessible(ada, 'editing a post');
  await ada.keyboard.press('Control+Enter');
  const better = ada.getByRole('article').filter({ hasText: said.replace('gatway', 'gateway') }).first();
  await better.getByRole('button', { name: 'edited' }).click();
  await ada.locator('del', { hasText: 'gatway' }).waitFor();
  await ada.locator('ins', { hasText: 'gateway' }).waitFor();
  await assertAccessible(ada, 'history of a post');
  await ada.keyboard.press('Escape');
  await better.getByRole('button', { name: 'More for this post' }).click();
  await ada.getByRole('menuitem', { name: 'Delete' }).click();
  await better.waitFor({ state: 'detached' });
  await ada.getByRole('button', { name: 'Undo' }).click();
  await better.waitFor();
  await ada.reload();
  await better.waitFor();
});

test('the profile is readable by everyone and editable by its owner only', async () => {
  await ada.goto(url);
  await ada.getByRole('button', { name: /your menu/ }).click();
  await ada.getByRole('menuitem', { name: 'Your profile' }).click();
  await ada.getByRole('heading', { name: 'Ada Lindqvist' }).waitFor();
  await assertAccessible(ada, 'own profile');
  await bo.goto(ada.url());
  await bo.getByRole('heading', { name: 'Ada Lindqvist' }).waitFor();
  await assertAccessible(bo, 'profile');
  assert.equal(await bo.getByRole('link', { name: /Edit/ }).count(), 0);
});

test('on a phone, in the dark and in German it is the same product', async () => {
  const phone = await person(browser, 'bo', {
    viewport: { width: 390, height: 844 }, locale: 'de-DE', colorScheme: 'dark', hasTouch: true,
  });
  await phone.getByRole('feed').or(phone.getByRole('heading').first()).first().waitFor();
  await assertAccessible(phone, 'home on a phone');
  await noSidewaysScroll(phone, 'home on a phone');
  assert.equal(await phone.evaluate(() => document.documentElement.lang), 'de');
  await phone.context().close();
});

test('with the keyboard alone one writes and publishes', async () => {
  const said = `By keyboard, ${Date.now()}`;
  await bo.goto(url);
  await bo.getByRole('article').first().waitFor();
  await bo.keyboard.press('n');
  await bo.getByRole('textbox', { name: 'Working on' }).waitFor();
  await bo.keyboard.type(said);
  await bo.keyboard.press('Control+Enter');
  await bo.getByRole('article').filter({ hasText: said }).waitFor();
});

test('learning & development has a system told, and sees that it cannot be reached', async () => {
  const carla = await person(browser, 'carla');
  await carla.goto(`${url}/webhooks`);
  await carla.getByRole('link', { name: 'Add one' }).first().click();
  await carla.getByRole('textbox', { name: 'Address' }).fill('https://lms.invalid/outloud');
  await carla.getByRole('button', { name: 'Create' }).click();
  await carla.getByText('Choose at least one.').waitFor();
  await carla.getByRole('checkbox', { name: /a community is founded/ }).check();
  assert.equal(await carla.getByRole('checkbox', { name: /leaves the organisation/ }).count(), 0);
  await assertAccessible(carla, 'new webhook');
  await carla.getByRole('button', { name: 'Create' }).click();
  await carla.getByText(/^whsec_/).waitFor();
  await assertAccessible(carla, 'webhook secret');
  await carla.getByRole('link', { name: 'I have kept it' }).click();
  await carla.getByRole('button', { name: 'Send a test' }).click();
  await carla.getByText(/Waits after \d attempt.*lms\.invalid/).first().waitFor();
  await assertAccessible(carla, 'webhook');
  await carla.getByRole('button', { name: 'Pause' }).click();
  await carla.getByText('Paused', { exact: true }).waitFor();
  await carla.getByRole('button', { name: 'Remove' }).click();
  await carla.getByRole('button', { name: 'Remove it' }).click();
  await carla.getByRole('heading', { name: 'Webhooks' }).waitFor();
  await assertAccessible(carla, 'webhooks');
  await carla.context().close();
});

test('what was said is found by other forms of its words, with the keyboard', async () => {
  const word = `w${Date.now()}`;
  await call(ada, 'POST', '/api/v1/posts', { kind: 'question', body: `Who replaced the batteries? ${word}` });
  await bo.goto(url);
  await bo.getByRole('article').first().waitFor();
  await bo.keyboard.press('/');
  await bo.keyboard.type(`${word} battery`);
  await bo.keyboard.press('Enter');
  await bo.locator('mark', { hasText: 'batteries' }).waitFor();
  const found = bo.getByRole('link', { name: /Who replaced the batteries/ });
  await found.waitFor();
  await assertAccessible(bo, 'search');
  await bo.getByRole('link', { name: 'Reply', exact: true }).click();
  await bo.getByText(/Nothing found for/).waitFor();
  await bo.getByRole('link', { name: 'Question', exact: true }).click();
  await found.click();
  await bo.getByRole('heading', { name: /Who replaced the batteries/ }).first().waitFor();
});

test('whoever comes back finds who named them, and an end', async () => {
  const said = `Coming back ${Date.now()}`;
  await call(ada, 'POST', '/api/v1/posts', { kind: 'plain', body: `${said}, @bo` });
  await bo.goto(`${url}/catch-up`);
  const thread = bo.getByRole('article').filter({ hasText: said });
  await thread.waitFor();
  await thread.getByText('You are named').waitFor();
  await assertAccessible(bo, 'catch up');
  await thread.focus();
  await bo.keyboard.press('e');
  await thread.waitFor({ state: 'detached' });
  const all = bo.getByRole('button', { name: 'Done with all' });
  if ((await all.count()) > 0) await all.click();
  await bo.getByRole('heading', { name: 'That is all.' }).waitFor();
  await bo.reload();
  await bo.getByRole('heading', { name: 'That is all.' }).waitFor();
});
