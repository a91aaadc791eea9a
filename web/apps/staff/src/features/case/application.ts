// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, type Schemas, take } from '@okno/api';
import { ProblemError } from '@okno/api/problem';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import type { Asked } from '@/lib/checklist-gaps.ts';
import { putVersion } from '@/lib/put-answer.ts';

export type Application = Schemas['Application'];
export type Status = Application['status'];
export type NextAction = Application['actions'][number];
export type ActionName = NextAction['action'];
export type ApplicationDocument = Schemas['ApplicationDocument'];
export type ChecklistItem = Schemas['ChecklistItem'];

export type ChecklistPerson = NonNullable<ChecklistItem['persons']>[number];

// Asking an agency for a document: about one of its persons, or, of a document with persons and none given, about everyone
// not asked about yet.
export type RequestSlot = (
  application: Application,
  item: ChecklistItem,
  person?: ChecklistPerson,
) => ReactNode;

// Of a service that goes on paper: the step to a package, for who packs; in which packages the case is or was; and what is
// to be known of that before the application is withdrawn.
export type PaperSlot = {
  step?: (application: Application) => ReactNode;
  packages: (application: Application) => ReactNode;
  withdrawal: (application: Application) => ReactNode;
};

type Differing = { id: string; title: string; differs?: { label: string; known: string }[] };

// What agencies have been asked about the case, and what has no answer yet.
export type AskedAgencies = Asked & {
  waiting: { id: string; title: string; addressee: string }[];
  // Their answers say otherwise than the applicant's card.
  differing: Differing[];
};

export function applicationQuery(id: string) {
  return queryOptions({
    queryKey: ['application', id],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applications/{id}', { params: { path: { id } }, signal })),
  });
}

// Every step answers with the case as it is afterwards; the lists are asked again.
function useApplicationChanged() {
  const queries = useQueryClient();
  return useCallback(
    (application: Application) => {
      putVersion(queries, applicationQuery(application.id).queryKey, application);
      void queries.invalidateQueries({ queryKey: ['applications'] });
      void queries.invalidateQueries({ queryKey: ['application-counts'] });
    },
    [queries],
  );
}

// What every step says to the server: which case, and in which version the person saw it.
export function seen({ id, version }: Application) {
  return { path: { id }, header: { 'If-Match': ifMatch(version) } };
}

// Somebody changed the case while the person was looking at it.
export function isOutdated(error: unknown) {
  return isRefused(error, [412]);
}

// The case is not, or no longer, to be seen here: another branch has issued its result. The refusal says so.
export function isGone(error: unknown) {
  return isRefused(error, [404, 409]);
}

function isRefused(error: unknown, statuses: number[]) {
  return error instanceof ProblemError && statuses.includes(error.status);
}

// A step of the case. When it was refused because the case had changed, the case is read again, so that
// the person decides on what is there now.
export function useStep<Input = void>(
  application: Application,
  send: (input: Input) => Promise<Application>,
) {
  const queries = useQueryClient();
  const changed = useApplicationChanged();
  return useMutation({
    mutationFn: send,
    onSuccess: changed,
    onError: async (error) => {
      if (isOutdated(error) || isGone(error))
        await queries.invalidateQueries(applicationQuery(application.id));
    },
  });
}

export function documentUrl(id: string, documentId: string) {
  return `/api/v1/applications/${id}/documents/${documentId}`;
}
