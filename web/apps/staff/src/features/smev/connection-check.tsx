// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useCheckConnection } from './connections.ts';

// A real call of the bus, and what came of it.
export function ConnectionCheck({ id }: { id: string }) {
  const t = useT();
  const check = useCheckConnection(id);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={check.isPending}
        onClick={() => check.mutate()}
      >
        {t('smev.connection.check')}
      </Button>
      <ProblemAlert error={check.error} />
      {check.data && <Verdict {...check.data.bus} />}
      {check.data?.files && (
        <Verdict
          {...check.data.files}
          text={t('smev.connection.files', { text: check.data.files.text })}
        />
      )}
    </>
  );
}

function Verdict({ good, text }: { good: boolean; text: string }) {
  return (
    <Text size="sm" w="100%" role="status" c={good ? 'var(--okno-good)' : 'var(--okno-bad)'}>
      {text}
    </Text>
  );
}
