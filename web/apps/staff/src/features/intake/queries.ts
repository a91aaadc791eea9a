// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, type Schemas, take } from '@okno/api';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

export type ApplicantRow = Schemas['ApplicantRow'];
export type Applicant = Schemas['Applicant'];
export type Application = Schemas['Application'];
export type ServiceSummary = Schemas['ServiceSummary'];

export const applicantSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['applicants', 'search', q],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applicants', { params: { query: { q, limit: 20 } }, signal })),
    enabled: q.trim().length >= 2,
    placeholderData: keepPreviousData,
  });

export const applicantQuery = (id: string) =>
  queryOptions({
    queryKey: ['applicant', id],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/applicants/{id}', {
          params: { path: { id }, query: { reason: 'intake' } },
          signal,
        }),
      ),
    // Each opening of a card is a line of the access journal: not again for every look.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const applicationsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', 'of', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applicants/{id}/applications', { params: { path: { id } }, signal })),
  });

export const servicesQuery = (filter: {
  q: string;
  agency?: string;
  kind?: ApplicantRow['kind'];
}) =>
  queryOptions({
    queryKey: ['services', filter],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/services', {
          params: {
            query: { q: filter.q || undefined, agency: filter.agency, applicant_kind: filter.kind },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const agenciesQuery = queryOptions({
  queryKey: ['service-agencies'],
  queryFn: ({ signal }) => take(api.GET('/api/v1/service-agencies', { signal })),
});

export const serviceQuery = (code: string) =>
  queryOptions({
    queryKey: ['service', code],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/services/{code}', { params: { path: { code } }, signal })),
  });

export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['application', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applications/{id}', { params: { path: { id } }, signal })),
  });

export function createDraft(
  applicantId: string,
  serviceCode: string,
  key: string,
): Promise<Application> {
  return take(
    api.POST('/api/v1/applications', {
      params: { header: { 'Idempotency-Key': key } },
      body: { applicant_id: applicantId, service_code: serviceCode },
    }),
  );
}

export function fileApplication({ id, version }: Application, key: string): Promise<Application> {
  return take(
    api.POST('/api/v1/applications/{id}/filing', {
      params: { path: { id }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
    }),
  );
}

export function handOver({ id, version }: Application): Promise<Application> {
  return take(
    api.POST('/api/v1/applications/{id}/handover', {
      params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
    }),
  );
}
