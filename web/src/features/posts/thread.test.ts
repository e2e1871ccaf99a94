import { expect, test } from 'vitest';
import { aPost, bo } from '../../test/fakes';
import { branchesOf } from './thread';

const reply = (id: string, inReplyTo: string) => aPost(id, { kind: 'comment', inReplyTo, rootId: 'root', author: { ...bo, id: `by-${id}` } });

test('deeper replies stand in one row and say whom they answer', () => {
  const branches = branchesOf([reply('a', 'root'), reply('b', 'a'), reply('c', 'b'), reply('d', 'root')], 'root');
  expect(branches.map(({ comment, replies }) => [comment.id, replies.map((each) => [each.comment.id, each.to?.id ?? null])])).toEqual([
    ['a', [['b', null], ['c', 'b']]],
    ['d', []],
  ]);
});

test('a reply whose comment is not here keeps its words', () => {
  expect(branchesOf([reply('b', 'gone')], 'root').map(({ comment }) => comment.id)).toEqual(['b']);
});
