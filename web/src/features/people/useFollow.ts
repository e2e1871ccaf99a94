import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { Experts, Me, Person, PersonPage, Suggestions } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

interface Follow {
  id: string;
  /** False stops following. */
  on: boolean;
}

/** Shows the follow at once in every list and profile, and takes back exactly that when it fails. */
export function useFollow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, on }: Follow): Promise<void> => {
      const params = { path: { id } };
      await answered(
        on ? api.PUT('/api/v1/people/{id}/follow', { params }) : api.DELETE('/api/v1/people/{id}/follow', { params }),
      );
    },
    onMutate: (follow) => show(client, follow),
    onError: (_error, { id, on }) => show(client, { id, on: !on }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.feeds.home('everything') }),
        client.invalidateQueries({ queryKey: keys.people.lists, refetchType: 'none' }),
        client.invalidateQueries({ queryKey: keys.people.suggestions, refetchType: 'none' }),
      ]),
  });
}

function show(client: QueryClient, { id, on }: Follow): void {
  const by = on ? 1 : -1;
  client.setQueryData<Person>(keys.people.one(id), (person) =>
    person === undefined || person.mine.followed === on
      ? person
      : { ...person, followers: person.followers + by, mine: { ...person.mine, followed: on } },
  );
  client.setQueryData<Me>(keys.me, (me) => me && { ...me, person: { ...me.person, following: me.person.following + by } });
  client.setQueryData<Suggestions>(keys.people.suggestions, (data) =>
    data && {
      items: data.items.map((item) =>
        item.person.id === id ? { ...item, person: { ...item.person, mine: { ...item.person.mine, followed: on } } } : item,
      ),
    },
  );
  client.setQueriesData<InfiniteData<PersonPage>>({ queryKey: keys.people.lists }, (data) =>
    data && {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        items: page.items.map((person) => (person.id === id ? { ...person, mine: { ...person.mine, followed: on } } : person)),
      })),
    },
  );
  client.setQueriesData<Experts>({ queryKey: keys.experts.all }, (found) =>
    found && {
      items: found.items.map((expert) =>
        expert.person.id === id ? { ...expert, person: { ...expert.person, mine: { ...expert.person.mine, followed: on } } } : expert,
      ),
    },
  );
}
