// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { queryOptions } from '@tanstack/react-query';

export type Applicant = Schemas['Applicant'];

// Every opening is recorded with its reason; this page is reached by search.
export function applicantQuery(id: string) {
  return queryOptions({
    queryKey: ['applicant', id],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/applicants/{id}', {
          params: { path: { id }, query: { reason: 'search' } },
          signal,
        }),
      ),
  });
}

export function applicantHistoryQuery(id: string) {
  return queryOptions({
    queryKey: ['applicant', id, 'history'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applicants/{id}/history', { params: { path: { id } }, signal })),
  });
}

export function applicationsOfQuery(id: string) {
  return queryOptions({
    queryKey: ['applications', 'of-applicant', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applicants/{id}/applications', { params: { path: { id } }, signal })),
  });
}
