// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import { networkWords } from '@/lib/network-words.ts';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useCheckConnection } from './connections.ts';

// A real call of the bus, and what came of it.
export function ConnectionCheck({ id, lastSuccess }: { id: string; lastSuccess?: string }) {
  const t = useT();
  const check = useCheckConnection(id);
  // A failure that the work itself has outlived is told no more.
  const isOver = lastSuccess !== undefined && Date.parse(lastSuccess) > check.submittedAt;
  const verdicts = [check.data?.bus, check.data?.files];
  const shown = verdicts.map((one) => (one && (one.good || !isOver) ? one : undefined));
  const [bus, files] = shown;
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
      {bus && <Verdict {...bus} text={networkWords(bus.text, t)} />}
      {files && (
        <Verdict
          good={files.good}
          text={t('smev.connection.files', { text: networkWords(files.text, t) })}
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
