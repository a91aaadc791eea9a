// SPDX-License-Identifier: Apache-2.0
import type { InfiniteData } from '@tanstack/react-query';

type Page<Item> = { items: Item[]; next_cursor?: string };

export const firstPage: string | undefined = undefined;

export function nextCursor(last: { next_cursor?: string }) {
  return last.next_cursor;
}

// All rows read so far. A row that moved between two pages meanwhile is shown once.
export function rowsOf<Item extends { id: string }>(
  data: InfiniteData<Page<Item>> | undefined,
): Item[] {
  const rows = new Map<string, Item>();
  for (const page of data?.pages ?? []) for (const item of page.items) rows.set(item.id, item);
  return [...rows.values()];
}

type Reading = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

// What a grid needs to read on while the person scrolls.
export function moreOf(query: Reading) {
  return {
    available: query.hasNextPage,
    loading: query.isFetchingNextPage,
    load: () => void query.fetchNextPage(),
  };
}
