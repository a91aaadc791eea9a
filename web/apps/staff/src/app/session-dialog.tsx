// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Text } from '@mantine/core';
import { onSessionExpired } from '@okno/api/transport';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { SignInForm } from '@/features/sign-in/sign-in-form.tsx';
import { useT } from '@/lib/language.tsx';
import { type Session, sessionQuery } from '@/lib/session.ts';
import { router } from './router.tsx';

type Waiting = { promise: Promise<boolean>; resolve: (renewed: boolean) => void };

function waiting(): Waiting {
  let resolve: Waiting['resolve'] = () => undefined;
  const promise = new Promise<boolean>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

// Over the page when the session has expired: the requests wait, go on after the sign-in, and nothing typed is lost.
export function SessionDialog() {
  const t = useT();
  const queries = useQueryClient();
  const pending = useRef<Waiting>(undefined);
  const [login, setLogin] = useState<string>();

  useEffect(() => {
    onSessionExpired(async () => {
      const session = queries.getQueryData(sessionQuery.queryKey);
      if (!session) return false;
      pending.current ??= waiting();
      setLogin(session.user.login);
      return pending.current.promise;
    });
    return () => onSessionExpired(undefined);
  }, [queries]);

  const finish = (renewed: boolean) => {
    pending.current?.resolve(renewed);
    pending.current = undefined;
    setLogin(undefined);
  };
  const enter = (session: Session) => {
    queries.setQueryData(sessionQuery.queryKey, session);
    finish(true);
  };
  const leave = () => {
    finish(false);
    queries.clear();
    void router.navigate({ to: '/sign-in' });
  };

  return (
    <Modal
      opened={login !== undefined}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('session.expired.title')}
      size="sm"
      zIndex={1000}
    >
      <Text size="sm" mb="sm">
        {t('session.expired.text')}
      </Text>
      <SignInForm login={login} onSignedIn={enter} />
      <Button variant="subtle" size="xs" mt="xs" onClick={leave}>
        {t('session.expired.leave')}
      </Button>
    </Modal>
  );
}
