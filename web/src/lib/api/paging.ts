import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from './types';

export const pageSize = 20;

/** All items of the pages that are here, each once, in the order in which they were read. */
export function itemsOf<Item extends { id: string }>(data: InfiniteData<Page<Item>> | undefined): Item[] {
  const seen = new Set<string>();
  const items: Item[] = [];
  for (const page of data?.pages ?? []) {
    for (const item of page.items) {
      if (seen.has(item.id)) continue;
      seen.add(item.id);
      items.push(item);
    }
  }
  return items;
}

/** Options that every list read by cursor shares. */
export const byCursor = {
  initialPageParam: null as string | null,
  getNextPageParam: (page: { next: string | null }) => page.next,
};

export function withCursor(cursor: string | null): { cursor?: string } {
  return cursor === null ? {} : { cursor };
}
