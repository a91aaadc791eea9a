// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Text } from '@mantine/core';
import { holdRequests, onSessionExpired } from '@okno/api/transport';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SignInForm } from '@/features/sign-in/sign-in-form.tsx';
import { isNoSession } from '@/lib/events.ts';
import { shortName } from '@/lib/format.ts';
import { useT } from '@/lib/language.tsx';
import { askSession, rememberSession, type Session, sessionQuery } from '@/lib/session.ts';
import { onSessionNews } from '@/lib/session-news.ts';
import { router } from './router.tsx';

type Waiting = { promise: Promise<boolean>; resolve: (renewed: boolean) => void };

function waiting(): Waiting {
  let resolve: Waiting['resolve'] = () => undefined;
  const promise = new Promise<boolean>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

// Why the page's own person has to sign in again. `other` is who works in this browser now.
type Ended = { kind: 'expired' | 'left' } | { kind: 'other'; other: string };

// Over the page when the session is not its person's any more: what the page shows is covered, the requests wait, go
// on after the sign-in, and nothing typed is lost.
export function SessionDialog() {
  const t = useT();
  const queries = useQueryClient();
  const pending = useRef<Waiting>(undefined);
  const entered = useRef(0);
  const wasOther = useRef(false);
  const [ended, setEnded] = useState<Ended>();
  const own = queries.getQueryData(sessionQuery.queryKey)?.user;

  const finish = useCallback((renewed: boolean) => {
    pending.current?.resolve(renewed);
    pending.current = undefined;
    setEnded(undefined);
  }, []);
  const enter = useCallback(
    (session: Session) => {
      entered.current += 1;
      queries.setQueryData(sessionQuery.queryKey, rememberSession(session));
      finish(true);
      // What has come meanwhile may be what the other one may see.
      if (wasOther.current) void queries.invalidateQueries({ predicate: isNoSession });
      wasOther.current = false;
    },
    [queries, finish],
  );
  const ask = useCallback((why: Ended) => {
    pending.current ??= waiting();
    holdRequests(pending.current.promise);
    setEnded(why);
    wasOther.current ||= why.kind === 'other';
    return pending.current.promise;
  }, []);

  useEffect(() => {
    const ownUser = () => queries.getQueryData(sessionQuery.queryKey)?.user;
    // Whose the session is now; true when the page may go on.
    const check = async (ifNobody: Ended): Promise<boolean> => {
      const mine = ownUser();
      if (!mine) return false;
      const before = entered.current;
      const found = await askSession();
      // Asked before somebody signed in here: the answer is of a session that is over.
      if (entered.current !== before) return true;
      if (!found) return ask(ifNobody);
      if (found.user.id !== mine.id) return ask({ kind: 'other', other: found.user.display_name });
      enter(found);
      return true;
    };
    onSessionExpired(async ({ status }) => {
      if (!ownUser()) return false;
      return status === 401 ? ask({ kind: 'expired' }) : check({ kind: 'expired' });
    });
    const stop = onSessionNews((news) => {
      // Without an answer everything stays as it is: the next request finds out.
      check({ kind: news === 'changed-elsewhere' ? 'left' : 'expired' }).catch(() => undefined);
    });
    return () => {
      onSessionExpired(undefined);
      stop();
    };
  }, [queries, ask, enter]);

  const leave = () => {
    finish(false);
    queries.clear();
    void router.navigate({ to: '/sign-in', ignoreBlocker: true });
  };
  const kind = ended?.kind ?? 'expired';
  const people = {
    own: shortName(own?.display_name ?? ''),
    other: ended?.kind === 'other' ? shortName(ended.other) : '',
  };

  return (
    <Modal
      opened={ended !== undefined}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      overlayProps={{ color: 'var(--mantine-color-body)', backgroundOpacity: 1 }}
      title={t(`session.${kind}.title`)}
      size="sm"
      zIndex={1000}
    >
      <Text size="sm" mb="sm">
        {kind === 'other' ? t('session.other.text', people) : t(`session.${kind}.text`)}
      </Text>
      <SignInForm login={own?.login} onSignedIn={enter} />
      {ended?.kind === 'other' ? (
        <Button component="a" href="/" variant="subtle" size="xs" mt="xs">
          {t('session.other.go', people)}
        </Button>
      ) : (
        <Button variant="subtle" size="xs" mt="xs" onClick={leave}>
          {t('session.leave')}
        </Button>
      )}
    </Modal>
  );
}
