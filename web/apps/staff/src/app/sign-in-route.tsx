// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '@/features/sign-in/sign-in-page.tsx';
import { forgetKept } from '@/lib/kept-input.ts';
import { type Session, sessionQuery } from '@/lib/session.ts';

const route = getRouteApi('/sign-in');

// Only a path of this site: an address given from outside must not lead away.
function ownPath(next: string | undefined) {
  return next && /^\/(?!\/)/.test(next) ? next : '/';
}

export function SignInRoute() {
  const { next } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const enter = (session: Session) => {
    queries.clear();
    forgetKept();
    queries.setQueryData(sessionQuery.queryKey, session);
    router.history.replace(ownPath(next));
  };
  return <SignInPage onSignedIn={enter} />;
}
