// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { hasCode, ProblemError } from '@okno/api/problem';
import { setCsrfToken } from '@okno/api/transport';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { setZone } from './zone.ts';

export type Session = Schemas['Session'];
export type Role = Session['roles'][number];

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => rememberSession(await take(api.GET('/api/v1/session'))),
  staleTime: Number.POSITIVE_INFINITY,
});

export function rememberSession(session: Session): Session {
  setCsrfToken(session.csrf_token);
  setZone(session.time_zone);
  return session;
}

// Whose session this browser has now, which another tab may have changed; none when nobody is signed in.
export async function askSession(): Promise<Session | undefined> {
  try {
    return await take(api.GET('/api/v1/session'));
  } catch (error) {
    if (isSignedOut(error)) return undefined;
    throw error;
  }
}

export function isSignedOut(error: unknown) {
  return (
    error instanceof ProblemError &&
    (error.status === 401 || hasCode(error, 'access.not_signed_in'))
  );
}

// Only under the signed-in part of the router, which has loaded it.
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

// Applications are taken in an office: who works for the whole center has none.
export function mayTakeIn({ rights, branch }: Session): boolean {
  return rights.includes('applications.file') && branch !== undefined;
}

export function useRight(right: string): boolean {
  return useSession().rights.includes(right);
}
