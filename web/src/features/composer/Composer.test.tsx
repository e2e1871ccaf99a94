import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ada, aPost, fakeServer, type Sent, show } from '../../test/fakes';
import type { DraftContent } from '../../lib/api/types';
import { Composer } from './Composer';

const preview = { body: { count: 1240, sample: [] } };

function found(code: string) {
  const place = { rule: 'r1', name: 'Patient number', from: 4, to: 8 };
  return {
    status: 422,
    body: {
      type: '/problems/confidential',
      title: 'This may be confidential.',
      status: 422,
      errors: [{ field: 'learned', code, detail: 'Leave numbers out.', place }],
    },
  };
}

function open(onPosted = vi.fn(), me = ada) {
  return show(<Composer me={me} communities={[]} onClose={vi.fn()} onPosted={onPosted} />);
}

function posts(sent: Sent[]): Sent[] {
  return sent.filter(({ method, path }) => method === 'POST' && path.split('?')[0] === '/api/v1/posts');
}

describe('the composer', () => {
  test('says how many people can read it', async () => {
    fakeServer(() => preview);
    await open();
    expect(await screen.findByText('1,240 people can read this')).toBeTruthy();
  });

  test('publishes only the stations that were written, with the token and a key', async () => {
    document.cookie = 'XSRF-TOKEN=abc';
    const sent = fakeServer(({ path }) => (path.includes('preview') ? preview : { status: 201, body: aPost('new') }));
    const onPosted = vi.fn();
    await open(onPosted);
    await userEvent.type(screen.getByLabelText('Learned'), 'Hold for 30 s');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onPosted).toHaveBeenCalled());
    const [request] = posts(sent);
    expect(request?.body).toEqual({
      kind: 'working-out-loud',
      audience: { type: 'everyone' },
      doing: null,
      learned: 'Hold for 30 s',
      need: null,
    });
    expect(request?.headers.get('X-XSRF-TOKEN')).toBe('abc');
    expect(request?.headers.get('Idempotency-Key')).toBeTruthy();
    expect(localStorage.getItem('outloud.draft.ada')).toBeNull();
  });

  test('keeps the text when the server does not answer, and tries again with the same key', async () => {
    let reachable = false;
    const sent = fakeServer(({ path }) => {
      if (path.includes('preview')) return preview;
      return reachable ? { status: 201, body: aPost('new') } : 'unreachable';
    });
    const onPosted = vi.fn();
    await open(onPosted);
    await userEvent.type(screen.getByLabelText('Working on'), 'The ward gateway');
    await userEvent.click(screen.getByRole('button', { name: 'Post' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Your post is still here.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Working on').value).toBe('The ward gateway');
    reachable = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await waitFor(() => expect(onPosted).toHaveBeenCalledOnce());
    const [first, second] = posts(sent).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(second).toBe(first);
  });

  test('finds the draft again after it was closed', async () => {
    fakeServer(() => preview);
    const { unmount } = await open();
    await userEvent.type(screen.getByLabelText(/^Stuck on/), 'Which sites?');
    unmount();
    await open();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Stuck on/).value).toBe('Which sites?');
  });

  test('keeps the text when the kind changes', async () => {
    fakeServer(() => preview);
    await open();
    await userEvent.type(screen.getByLabelText('Working on'), 'A line');
    await userEvent.click(screen.getByRole('radio', { name: 'Question' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Working out loud' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Working on').value).toBe('A line');
  });

  test('keeps a draft with the server too, from the version it knows, and lets it go when it is posted', async () => {
    let version = 0;
    const sent = fakeServer(({ method, path, body }) => {
      if (path.includes('preview')) return preview;
      if (path === '/api/v1/drafts') return { body: { items: [] } };
      if (method === 'PUT') {
        version += (body as DraftContent).learned?.startsWith('H') ? 1 : 0;
        return { body: { id: path.split('/').at(-1), version, changedAt: '2026-11-23T12:00:00Z', content: body } };
      }
      return method === 'DELETE' ? { status: 204 } : { status: 201, body: aPost('new') };
    });
    await open(vi.fn(), { ...ada, id: 'writer' });
    await userEvent.type(screen.getByLabelText('Learned'), 'Hold');
    await screen.findByText('Draft saved on every device');
    await userEvent.type(screen.getByLabelText('Learned'), ' on');
    // What another test left unsaved is kept when its composer closes, which may be now
    const kept = () => sent.filter(({ method, body }) => method === 'PUT' && (body as DraftContent).learned?.startsWith('H'));
    await waitFor(() => expect(kept().at(-1)?.body).toMatchObject({ kind: 'working-out-loud', learned: 'Hold on' }));
    await userEvent.click(screen.getByRole('button', { name: 'Post' }));
    await waitFor(() => expect(sent.some(({ method }) => method === 'DELETE')).toBe(true));
    expect(kept().map(({ headers }) => headers.get('If-Match'))).toEqual(kept().map((_, before) => (before === 0 ? null : `"${before}"`)));
    expect(new Set([...kept(), ...sent.filter(({ method }) => method === 'DELETE').slice(-1)].map(({ path }) => path)).size).toBe(1);
  });

  test('goes on with what was begun elsewhere, and keeps both when both went on', async () => {
    const other = {
      id: 'elsewhere',
      version: 3,
      changedAt: '2026-11-23T12:00:00Z',
      content: { kind: 'question', title: 'Who knows?', body: '', url: '', doing: '', learned: '', need: '', audience: { type: 'followers' } },
    };
    const sent = fakeServer(({ method, path, body }) => {
      if (path.includes('preview')) return preview;
      if (path === '/api/v1/drafts') return { body: { items: [other] } };
      if (method === 'PUT' && path.endsWith('elsewhere')) return { status: 412, body: { status: 412, type: '/problems/stale', title: 'Stale' } };
      return { body: { id: path.split('/').at(-1), version: 1, changedAt: '2026-11-23T12:00:00Z', content: body } };
    });
    await open(vi.fn(), { ...ada, id: 'elsewhere' });
    await userEvent.click(await screen.findByRole('button', { name: 'Go on with “Who knows?”' }));
    const title = await screen.findByDisplayValue('Who knows?');
    await userEvent.type(title, ' Anybody?');
    await screen.findByText('Draft saved on every device');
    const places = sent.filter(({ method }) => method === 'PUT').map(({ path }) => path);
    expect(places).toHaveLength(2);
    expect(places[0]).toBe('/api/v1/drafts/elsewhere');
    expect(places[1]).not.toBe('/api/v1/drafts/elsewhere');
  });

  test('names what may be confidential, keeps every word, and posts what is harmless', async () => {
    const sent = fakeServer(({ path }) => {
      if (path.includes('preview')) return preview;
      return path.endsWith('?acknowledge=r1') ? { status: 201, body: aPost('new') } : found('warned');
    });
    const onPosted = vi.fn();
    await open(onPosted);
    await userEvent.type(screen.getByLabelText('Learned'), 'Ask P123 again');
    await userEvent.click(screen.getByRole('button', { name: 'Post' }));
    const note = await screen.findByRole('alert');
    expect(note.textContent).toContain('P123 – Patient number. Leave numbers out.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Learned').value).toBe('Ask P123 again');
    await userEvent.click(screen.getByRole('button', { name: 'It is not one' }));
    await waitFor(() => expect(onPosted).toHaveBeenCalledOnce());
    const [first, second] = posts(sent).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(second).toBe(first);
  });

  test('takes out what is not to be published, and offers nothing else', async () => {
    fakeServer(({ path }) => (path.includes('preview') ? preview : found('blocked')));
    await open();
    await userEvent.type(screen.getByLabelText('Learned'), 'Ask P123 again');
    await userEvent.click(screen.getByRole('button', { name: 'Post' }));
    await screen.findByRole('alert');
    expect(screen.queryByRole('button', { name: 'It is not one' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Take it out' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Learned').value).toBe('Ask again');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('asks for a line instead of sending nothing', async () => {
    const sent = fakeServer(() => preview);
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Post' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Write one line');
    expect(posts(sent)).toHaveLength(0);
  });

  test('posts later when a moment is chosen, and never in the past', async () => {
    const sent = fakeServer(({ path }) => (path.includes('preview') ? preview : { status: 202, body: null }));
    const onClose = vi.fn();
    await show(<Composer me={ada} communities={[]} onClose={onClose} onPosted={vi.fn()} />);
    await userEvent.type(screen.getByLabelText('Working on'), 'The night shift');
    await userEvent.click(screen.getByRole('button', { name: 'Post later' }));
    fireEvent.change(screen.getByLabelText('Post at'), { target: { value: '2020-01-01T09:00' } });
    await userEvent.click(screen.getByRole('button', { name: 'Schedule' }));
    expect(screen.getByText('Choose a moment that is still to come.')).toBeTruthy();
    expect(posts(sent)).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Tomorrow at 9' }));
    await userEvent.click(screen.getByRole('button', { name: 'Schedule' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    const at = new Date((posts(sent)[0]?.body as { publishAt: string }).publishAt);
    expect(at.getTime()).toBeGreaterThan(Date.now());
    expect(at.getHours()).toBe(9);
    expect(localStorage.getItem('outloud.draft.ada')).toBeNull();
  });

  test('sends files as soon as they are chosen, and names them in the post', async () => {
    const sent = fakeServer(({ path }) => {
      if (path.includes('preview')) return preview;
      if (path.includes('plan')) return { status: 201, body: { id: 'f1', kind: 'picture', name: 'plan.png', mediaType: 'image/png', size: 9, width: 1, height: 1, url: '/f1' } };
      if (path.includes('huge')) return { status: 413, body: { type: '/problems/too-large', title: 'Too large.', status: 413 } };
      return { status: 201, body: aPost('new') };
    });
    const onPosted = vi.fn();
    const { container } = await open(onPosted);
    await userEvent.type(screen.getByLabelText('Learned'), 'A plan');
    const input = container.querySelector<HTMLInputElement>('input[type=file]');
    await userEvent.upload(input as HTMLInputElement, [new File(['123'], 'plan.png'), new File(['456'], 'huge.bin')]);
    expect((await screen.findByText('Too large.')).textContent).toBe('Too large.');
    await userEvent.type(await screen.findByLabelText('Describe plan.png for those who do not see it'), 'Two rooms');
    await userEvent.click(screen.getByRole('button', { name: 'Post' }));
    await waitFor(() => expect(onPosted).toHaveBeenCalled());
    expect(posts(sent)[0]?.body).toMatchObject({ attachments: [{ id: 'f1', description: 'Two rooms' }] });
  });
});
