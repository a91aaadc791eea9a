// SPDX-License-Identifier: Apache-2.0
import type { Operations } from '@okno/api';
import type { Session } from '@/lib/session.ts';

type Query = NonNullable<Operations['listApplications']['parameters']['query']>;
export type ListName = NonNullable<Query['list']>;
export type ListFilters = Omit<Query, 'cursor' | 'limit'>;

// Which lists are of use to whom, in the order of the work.
const needed: Record<ListName, string[]> = {
  processing: ['applications.process'],
  mine: ['applications.file', 'applications.process'],
  drafts: ['applications.file'],
  rework: ['applications.file', 'applications.process'],
  sent: ['applications.process'],
  in_agency: ['applications.process'],
  awaiting_notice: ['applications.process', 'calls.view'],
  to_issue: ['applications.issue', 'calls.view'],
  issued: ['applications.issue'],
  all: ['applications.view'],
  archive: ['applications.view'],
};

export function listsOf({ rights }: Pick<Session, 'rights'>): ListName[] {
  const names = Object.keys(needed) as ListName[];
  return names.filter((name) => needed[name].some((right) => rights.includes(right)));
}

// The list in the address, or the first of the person's own.
export function chosenList(asked: string | undefined, lists: ListName[]): ListName {
  return lists.find((name) => name === asked) ?? lists[0] ?? 'all';
}
