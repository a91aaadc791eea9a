// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { type InquiryType, inquiryTypesQuery } from './inquiries.ts';

// The published types that bring a document of the checklist; undefined until they are known.
export function useBringing(service: string, item: string): InquiryType[] | undefined {
  const types = useQuery(inquiryTypesQuery(service, item)).data?.items;
  return types?.filter(({ documents }) => documents?.includes(item));
}
