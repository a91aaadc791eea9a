// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, newIdempotencyKey, type Operations, take } from '@okno/api';
import { hasCode, ProblemError } from '@okno/api/problem';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { putVersion } from '@/lib/put-answer.ts';
import { type Package, packageQuery } from './packages.ts';

type Body<Name extends keyof Operations> = Operations[Name] extends {
  requestBody: { content: { 'application/json': infer Json } };
}
  ? Json
  : never;

export type NewPackage = Body<'createPackage'>;
export type Delivery = Body<'deliverPackage'>;
export type CasesToAdd = Body<'addPackageCases'>;
type Outcome = Body<'putPackageOutcome'>;

// Every step answers with the package as it is afterwards; lists and counts are asked again.
export function usePackageChanged() {
  const queries = useQueryClient();
  return useCallback(
    (pack: Package) => {
      putVersion(queries, packageQuery(pack.id).queryKey, pack);
      for (const part of ['list', 'waiting'])
        void queries.invalidateQueries({ queryKey: ['packages', part] });
      void queries.invalidateQueries({ queryKey: ['courier-runs'] });
    },
    [queries],
  );
}

export function useCreatePackage() {
  const changed = usePackageChanged();
  // One key for an act, kept while it is repeated after a lost connection; a refusal ends the act.
  const key = useRef(newIdempotencyKey());
  const renew = () => {
    key.current = newIdempotencyKey();
  };
  return useMutation({
    mutationFn: (body: NewPackage) =>
      take(
        api.POST('/api/v1/packages', {
          params: { header: { 'Idempotency-Key': key.current } },
          body,
        }),
      ),
    onSuccess: (pack) => {
      renew();
      changed(pack);
    },
    onError: (error) => error instanceof ProblemError && renew(),
  });
}

type Seen = { path: { id: string }; header: { 'If-Match': string } };

// A step on what the person has seen. Refused because it had changed, it is read again.
function useStep<Input = void>(id: string, send: (input: Input) => Promise<Package>) {
  const queries = useQueryClient();
  const changed = usePackageChanged();
  return useMutation({
    mutationFn: send,
    onSuccess: changed,
    onError: () => void queries.invalidateQueries(packageQuery(id)),
  });
}

const paths = {
  make_ready: '/api/v1/packages/{id}/readiness',
  reopen: '/api/v1/packages/{id}/reopening',
  dissolve: '/api/v1/packages/{id}/dissolution',
  complete: '/api/v1/packages/{id}/completion',
} as const;

// The steps that need no words, on the version given.
export function usePackageStep({ id }: Package, step: keyof typeof paths) {
  return useStep(id, (version: number) => {
    const params: Seen = { path: { id }, header: { 'If-Match': ifMatch(version) } };
    return take(api.POST(paths[step], { params }));
  });
}

// What the agency has signed for: noted, or put right afterwards.
export function useDeliver({ id, version }: Package, step: 'deliver' | 'correct') {
  const path = '/api/v1/packages/{id}/delivery';
  const params: Seen = { path: { id }, header: { 'If-Match': ifMatch(version) } };
  return useStep(id, (body: Delivery) =>
    take(step === 'correct' ? api.PUT(path, { params, body }) : api.POST(path, { params, body })),
  );
}

export function useReturn({ id, version }: Package) {
  return useStep(id, (body: Body<'returnPackage'>) =>
    take(
      api.POST('/api/v1/packages/{id}/return', {
        params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
        body,
      }),
    ),
  );
}

// Putting in and taking out. Scans come faster than answers: one waits for another and goes on top of the newest version,
// for a case more or less is no answer to what somebody else has done.
function useOnNewest<Input>(id: string, send: (input: Input, seen: Seen) => Promise<Package>) {
  const queries = useQueryClient();
  const changed = usePackageChanged();
  const on = ({ version }: Package): Seen => ({
    path: { id },
    header: { 'If-Match': ifMatch(version) },
  });
  return useMutation({
    scope: { id: `package.${id}` },
    mutationFn: async (input: Input) => {
      const known = await queries.ensureQueryData(packageQuery(id));
      try {
        return await send(input, on(known));
      } catch (error) {
        if (!hasCode(error, 'request.stale')) throw error;
        return send(input, on(await queries.fetchQuery({ ...packageQuery(id), staleTime: 0 })));
      }
    },
    onSuccess: changed,
  });
}

export function useAddCases(id: string) {
  return useOnNewest(id, (body: CasesToAdd, params) =>
    take(api.POST('/api/v1/packages/{id}/cases', { params, body })),
  );
}

export function usePutOutcome(id: string) {
  type Put = { application_id: string; outcome: Outcome };
  return useOnNewest(id, ({ application_id, outcome }: Put, { path, header }) =>
    take(
      api.PUT('/api/v1/packages/{id}/cases/{application_id}', {
        params: { path: { ...path, application_id }, header },
        body: outcome,
      }),
    ),
  );
}

export function useRemoveCase(id: string) {
  return useOnNewest(id, (application_id: string, { path, header }) =>
    take(
      api.DELETE('/api/v1/packages/{id}/cases/{application_id}', {
        params: { path: { ...path, application_id }, header },
      }),
    ),
  );
}

// Into a package that is not on the screen: its version is asked first.
export function useAddTo() {
  const changed = usePackageChanged();
  return useMutation({
    mutationFn: async ({ id, application }: { id: string; application: string }) => {
      const path = { id };
      const { version } = await take(api.GET('/api/v1/packages/{id}', { params: { path } }));
      return take(
        api.POST('/api/v1/packages/{id}/cases', {
          params: { path, header: { 'If-Match': ifMatch(version) } },
          body: { application_ids: [application] },
        }),
      );
    },
    onSuccess: changed,
  });
}
