import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { show } from '../../test/fakes';
import { EntryForm } from './EntryForm';

async function form(props: Partial<Parameters<typeof EntryForm>[0]> = {}) {
  const onSubmit = vi.fn();
  await show(<EntryForm back="/" busy={false} saved={false} error={null} onSubmit={onSubmit} {...props} />);
  return onSubmit;
}

test('a page without words is not sent, and says what it lacks', async () => {
  const onSubmit = await form();
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
  screen.getByText('Give it a title.');
  screen.getByText('A page says something.');
  expect(onSubmit).not.toHaveBeenCalled();

  await userEvent.type(screen.getByLabelText('Title'), ' Alarms ');
  await userEvent.type(screen.getByLabelText('Words'), 'First steps');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSubmit).toHaveBeenCalledWith({ kind: 'page', title: 'Alarms', body: 'First steps' });
});

test('a link has an address, and need not say why', async () => {
  const onSubmit = await form();
  await userEvent.selectOptions(await screen.findByLabelText('What is it?'), 'Link');
  await userEvent.type(screen.getByLabelText('Title'), 'Wiki');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('Address'), 'https://wiki.example');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSubmit).toHaveBeenCalledWith({ kind: 'link', title: 'Wiki', body: null, url: 'https://wiki.example' });
});

test('a post is kept by its identifier, with why', async () => {
  const onSubmit = await form({ postId: 'p1' });
  await userEvent.type(await screen.findByLabelText('Title'), 'Worth it');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSubmit).toHaveBeenCalledWith({ kind: 'post', title: 'Worth it', body: null, postId: 'p1' });
});
