import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ada, fakeServer, show } from '../../test/fakes';
import { EraseMe } from './EraseMe';

test('nobody is erased before the user name is repeated', async () => {
  const sent = fakeServer(() => ({ status: 202, body: { id: 'receipt-1' } }));
  await show(<EraseMe person={ada} />);
  await userEvent.click(screen.getByRole('button', { name: 'Erase my data' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Erase for good' }));
  expect(sent).toEqual([]);
  await userEvent.type(screen.getByLabelText(/user name/), 'ADA');
  await userEvent.click(screen.getByRole('button', { name: 'Erase for good' }));
  await waitFor(() => expect(sent[0]?.body).toEqual({ userName: 'ADA' }));
  expect(await screen.findByText(/receipt-1/)).toBeTruthy();
});
