// SPDX-License-Identifier: Apache-2.0
import { api, type Operations, take } from '@okno/api';
import { queryOptions, useMutation } from '@tanstack/react-query';
import type { Inquiry } from './inquiry.ts';

export type Soap = Operations['getInquirySoap']['responses'][200]['content']['application/json'];

export function soapQuery({ id, version }: Inquiry) {
  return queryOptions({
    queryKey: ['inquiry-soap', id, version],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/inquiries/{id}/soap', { params: { path: { id } }, signal })),
    gcTime: 0,
    retry: false,
  });
}

// The same message with the content really signed by one's own key; nothing is sent.
export function useSignSoap({ id }: Inquiry) {
  return useMutation({
    mutationFn: (password: string) =>
      take(
        api.POST('/api/v1/inquiries/{id}/soap', { params: { path: { id } }, body: { password } }),
      ),
  });
}
