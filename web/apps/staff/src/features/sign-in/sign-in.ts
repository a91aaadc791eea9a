// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { useMutation } from '@tanstack/react-query';
import { rememberSession, type Session } from '@/lib/session.ts';
import { tellOtherTabs } from '@/lib/session-news.ts';

type SignIn = { login: string; password: string; code?: string };

export function useSignIn(onSignedIn: (session: Session) => void) {
  return useMutation({
    mutationFn: async (body: SignIn) =>
      rememberSession(await take(api.POST('/api/v1/session', { body }))),
    onSuccess: (session) => {
      tellOtherTabs();
      onSignedIn(session);
    },
  });
}
