import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeServer, show } from '../../test/fakes';
import { CommunityForm } from './CommunityForm';

test('a template fills in what is empty, and what was written stays', async () => {
  fakeServer(() => ({}));
  const submitted = vi.fn();
  await show(<CommunityForm submit="Found it" back="/communities" busy={false} error={null} onSubmit={submitted} />);
  const rhythm = () => screen.getByRole<HTMLInputElement>('textbox', { name: /When do you meet/ });
  const purpose = () => screen.getByRole<HTMLInputElement>('textbox', { name: /Why is it there/ });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Deutsch am Mittag');
  await userEvent.type(rhythm(), 'Every noon');

  await userEvent.selectOptions(screen.getByRole('combobox', { name: /Begin with a template/ }), 'language');
  expect(purpose().value).toMatch(/practise a language/);
  expect(rhythm().value).toBe('Every noon');

  await userEvent.selectOptions(screen.getByRole('combobox', { name: /Begin with a template/ }), 'alumni');
  expect(purpose().value).toMatch(/project is over/);
  await userEvent.click(screen.getByRole('button', { name: 'Found it' }));
  expect(submitted).toHaveBeenCalledWith(
    expect.objectContaining({ name: 'Deutsch am Mittag', rhythm: 'Every noon', norms: expect.stringContaining('\n') as string }),
    'alumni',
  );
});

test('a form that was begun elsewhere shows what it was begun with', async () => {
  fakeServer(() => ({}));
  await show(
    <CommunityForm begun={{ name: 'Soldering', domain: 'Soldering' }} submit="Found it" back="/communities" busy={false} error={null} onSubmit={vi.fn()} />,
  );
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' })).value).toBe('Soldering');
});
