// SPDX-License-Identifier: Apache-2.0
import { Container } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { ProblemAlert } from '@/ui/problem-alert.tsx';

export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  return (
    <Container size="sm" py="xl">
      <ProblemAlert
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Container>
  );
}
