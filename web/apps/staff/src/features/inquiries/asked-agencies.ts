// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/react-query';
import { rowsOf } from '@/lib/pages.ts';
import { type InquiryRow, inquiriesQuery } from './inquiries.ts';

// The agency has still to answer.
const waitingFor: InquiryRow['state'][] = ['ready', 'sent', 'accepted'];

// What agencies have been asked about the case: codes of checklist items whose inquiry has gone out, and the inquiries that
// wait for their answer. Unknown until the inquiries are there.
export function useAskedAgencies(application: string, enabled: boolean) {
  const { data } = useInfiniteQuery({ ...inquiriesQuery({ application }), enabled });
  if (!data) return undefined;
  const rows = rowsOf(data);
  const waiting = rows.filter(({ state }) => waitingFor.includes(state));
  const gone = [...waiting, ...rows.filter(({ state }) => state === 'answered')];
  return { items: new Set(gone.flatMap(({ item }) => item ?? [])), waiting };
}
