// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { askedOf } from '@/lib/checklist-gaps.ts';
import { rowsOf } from '@/lib/pages.ts';
import { type InquiryRow, inquiriesQuery, inquiryTypesQuery } from './inquiries.ts';

// The agency has still to answer.
const waitingFor: InquiryRow['state'][] = ['ready', 'sent', 'accepted'];

// What agencies have been asked about the case: checklist items whose inquiry has gone out, those that can be asked for at
// all, and the inquiries that wait for their answer. Unknown until the inquiries and their types are there.
export function useAskedAgencies(application: string, enabled: boolean) {
  const { data } = useInfiniteQuery({ ...inquiriesQuery({ application }), enabled });
  const askable = useAskable(enabled);
  if (!data || !askable) return undefined;
  const rows = rowsOf(data);
  const waiting = rows.filter(({ state }) => waitingFor.includes(state));
  const gone = [...waiting, ...rows.filter(({ state }) => state === 'answered')];
  return {
    items: new Set(gone.flatMap(itemsOf)),
    askable,
    waiting,
    differing: rows.filter(({ differs }) => differs !== undefined),
  };
}

// Codes of the checklist documents that a published message type brings.
export function useAskable(enabled: boolean): ReadonlySet<string> | undefined {
  const types = useQuery({ ...inquiryTypesQuery(), enabled }).data?.items;
  return types && new Set(types.flatMap(({ documents }) => documents ?? []));
}

function itemsOf({ item, person }: InquiryRow): string[] {
  if (!item) return [];
  return person ? [item, askedOf(item, person)] : [item];
}
