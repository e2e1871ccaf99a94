import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, show } from '../../test/fakes';
import { MailPreferences } from './MailPreferences';
import { Unsubscribe } from './Unsubscribe';

const known = {
  mail: true,
  address: 'ada@outloud.example',
  timeZone: 'Europe/Berlin',
  digest: 'daily',
  at: 8,
  mailKinds: ['mention', 'thanks'],
  quiet: null,
  language: 'en',
};

test('what is chosen is saved, and can be undone', async () => {
  const sent = fakeServer(({ method, body }) => ({ body: method === 'GET' ? known : { ...known, ...(body as object) } }));
  await show(<MailPreferences />);
  await userEvent.selectOptions(await screen.findByLabelText(/How often/), 'weekly');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Somebody thanks me' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'No mail at night' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => {
    const kept = sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    expect(kept).toEqual([
      { digest: 'weekly', at: 8, mailKinds: ['mention'], quiet: { from: 20, to: 7 }, language: 'en' },
      { digest: 'daily', at: 8, mailKinds: ['mention', 'thanks'], quiet: null, language: 'en' },
    ]);
  });
  expect(screen.getByLabelText<HTMLSelectElement>(/How often/).value).toBe('daily');
});

test('where the organisation sends no mail nothing can be chosen', async () => {
  fakeServer(() => ({ body: { ...known, mail: false } }));
  await show(<MailPreferences />);
  expect(await screen.findByText('Your organisation sends no mail from Outloud.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});

test('who comes from a mail is asked before the digest ends', async () => {
  const sent = fakeServer(() => ({ status: 204 }));
  await show(<Unsubscribe mailKey="secret" />);
  expect(sent).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Send me no digest any more' }));
  expect(await screen.findByText('No digest is sent to you any more.')).toBeTruthy();
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/notifications/unsubscribe/secret']);
});
