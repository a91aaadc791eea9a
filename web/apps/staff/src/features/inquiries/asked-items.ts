// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/react-query';
import { rowsOf } from '@/lib/pages.ts';
import { type InquiryRow, inquiriesQuery } from './inquiries.ts';

// From here on the agency is to answer, or has.
const gone: InquiryRow['state'][] = ['ready', 'sent', 'accepted', 'answered'];

// Codes of the case's checklist items whose inquiry has gone out; unknown until the inquiries are there.
export function useAskedItems(application: string, enabled: boolean) {
  const { data } = useInfiniteQuery({ ...inquiriesQuery({ application }), enabled });
  return (
    data &&
    new Set(rowsOf(data).flatMap(({ item, state }) => (item && gone.includes(state) ? [item] : [])))
  );
}
