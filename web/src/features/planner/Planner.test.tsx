import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { PlannedPrompt } from '../../lib/api/types';
import { ada, bo, fakeServer, show } from '../../test/fakes';
import { NewPrompts } from './NewPrompts';
import { Plan } from './Plan';

const prompt: PlannedPrompt = {
  id: 'one', author: ada, publishAt: '2099-11-23T08:00:00Z', paused: false, failure: null, kind: 'question', body: 'What holds you up?', mine: true,
};

test('prompts of a template are changed and planned week by week, all at once', async () => {
  const sent = fakeServer(() => ({ status: 201, body: { items: [] } }));
  await show(<NewPrompts communityId="c" template="language" />);
  const form = within(await screen.findByRole('form', { name: 'Add prompts' }));
  expect(form.getAllByRole('textbox', { name: /Prompt/ })).toHaveLength(6);

  await userEvent.clear(form.getByRole('textbox', { name: 'Prompt 1' }));
  await userEvent.type(form.getByRole('textbox', { name: 'Prompt 1' }), 'My own');
  await userEvent.click(form.getByRole('button', { name: 'Take out prompt 2' }));
  await userEvent.selectOptions(form.getByRole('combobox', { name: 'And then' }), '2');
  await userEvent.click(form.getByRole('button', { name: 'Plan 5 prompts' }));

  const { prompts } = sent.find(({ method }) => method === 'POST')?.body as { prompts: { body: string; publishAt: string }[] };
  expect(prompts).toHaveLength(5);
  expect(prompts[0]?.body).toBe('My own');
  const days = prompts.map(({ publishAt }) => Math.round(new Date(publishAt).getTime() / 86_400_000));
  expect(days.map((day) => day - (days[0] ?? 0))).toEqual([0, 14, 28, 42, 56]);
});

test('nothing is sent without a prompt', async () => {
  const sent = fakeServer(() => ({ body: { items: [] } }));
  await show(<NewPrompts communityId="c" template={undefined} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Plan 0 prompts' }));
  expect(await screen.findByText('Write at least one.')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('one’s own prompt is changed or skipped, another’s only read, and the plan paused', async () => {
  const sent = fakeServer(() => ({ body: { items: [prompt, { ...prompt, id: 'two', author: bo, mine: false }] } }));
  await show(<Plan communityId="c" />);
  const [own, other] = await screen.findAllByRole('listitem');
  expect(within(other as HTMLElement).queryByRole('button')).toBeNull();
  expect(within(other as HTMLElement).getByText('posted as Bo Nakamura')).toBeTruthy();

  await userEvent.click(within(own as HTMLElement).getByRole('button', { name: 'Change' }));
  await userEvent.type(within(own as HTMLElement).getByRole('textbox', { name: 'Prompt' }), ' Say.');
  await userEvent.click(within(own as HTMLElement).getByRole('button', { name: 'Save' }));
  expect(sent.find(({ method }) => method === 'PUT')?.body).toMatchObject({
    kind: 'question', body: 'What holds you up? Say.', audience: { type: 'community', communityId: 'c' },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Pause the plan' }));
  expect(sent.some(({ method, path }) => method === 'POST' && path.endsWith('/plans/c/pause'))).toBe(true);
});

test('a paused plan says so and goes on', async () => {
  const sent = fakeServer(() => ({ body: { items: [{ ...prompt, paused: true }] } }));
  await show(<Plan communityId="c" />);
  expect(await screen.findByText('The plan is paused: nothing of it is posted.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(sent.some(({ path }) => path.endsWith('/plans/c/resume'))).toBe(true);
});
