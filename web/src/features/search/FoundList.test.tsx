import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { aPost, fakeServer, show } from '../../test/fakes';
import { FoundList } from './FoundList';
import { SearchFilters } from './SearchFilters';
import { useSearch } from './useSearch';

function Finds() {
  return <FoundList query={useSearch({ q: 'alarm -night' })} empty={<p>nothing</p>} />;
}

test('finds show their words marked, as text and never as what the text says it is', async () => {
  const comment = aPost('c', { kind: 'comment', inReplyTo: 'p', rootId: 'p' });
  const sent = fakeServer(() => ({
    body: { items: [{ ...comment, highlight: 'An <mark>alarm</mark> &lt;img src=x&gt; <img src=x onerror=alert(1)>' }], next: null },
  }));
  const { container } = await show(<Finds />);
  const link = await screen.findByRole('link', { name: /An alarm/ });
  expect(link.getAttribute('href')).toBe('/posts/p#reply-c');
  expect(link.textContent).toContain('An alarm <img src=x>');
  expect(container.querySelector('mark')?.textContent).toBe('alarm');
  expect(container.querySelector('img[onerror]')).toBeNull();
  expect(sent[0]?.path).toBe('/api/v1/search?limit=20&q=alarm%20-night');
});

test('a choice narrows what is there already', async () => {
  const change = vi.fn();
  fakeServer(() => ({ body: {} }));
  await show(
    <SearchFilters filter={{ q: 'alarm', tag: 'adt' }} communities={[{ slug: 'wards', name: 'Quiet wards' }]} onChange={change} />,
  );
  await userEvent.selectOptions(screen.getByLabelText('Where'), 'Quiet wards');
  expect(change).toHaveBeenCalledWith({ q: 'alarm', tag: 'adt', community: 'wards' });
  expect(screen.getByRole('link', { name: 'Without the filter #adt' }).getAttribute('href')).toBe('/search?q=alarm');
  expect(screen.getByRole('link', { name: 'Question' }).getAttribute('href')).toContain('kind=question');
});
