import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeServer, show } from '../../test/fakes';
import { AskFigures } from './AskFigures';

const figures = { days: 90, asked: 50, answered: 46, withinADay: 40, medianSeconds: 10_800, givenOn: 4, answeredThen: 3 };

test('tells how asking goes here', async () => {
  fakeServer(() => ({ body: figures }));
  await show(<AskFigures />);
  expect((await screen.findByText(/92%/)).textContent).toBe(
    '92% of what was asked in the last three months got a reply. Half of the first replies came within 3 hours.',
  );
});

test('says nothing of a few', async () => {
  const sent = fakeServer(() => ({ body: { ...figures, asked: 3, answered: 1 } }));
  await show(<AskFigures />);
  await expect.poll(() => sent.length).toBe(1);
  expect(screen.queryByRole('heading')).toBeNull();
});
