// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { isOutdated } from './application.ts';

// Why a step in a dialog was refused. A case changed by somebody else has been read again meanwhile.
export function StepProblem({ error }: { error: unknown }) {
  const t = useT();
  return (
    <>
      <ProblemAlert error={error} kept focus />
      {isOutdated(error) && <Text size="sm">{t('case.readAgain')}</Text>}
    </>
  );
}
