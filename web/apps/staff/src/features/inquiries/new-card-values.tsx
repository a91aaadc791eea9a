// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { mdiAccountCheckOutline } from '@mdi/js';
import type { Data } from '@okno/forms-core/schema';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { againstTyped, type CardValue } from './card-values.ts';
import { comparisonQuery } from './comparison.ts';
import { DifferencesTable } from './differences-table.tsx';

type NewCardValuesProps = { id: string; person: Data; onFill: (values: CardValue[]) => void };

// The answer against what has been typed into a new card.
export function NewCardValues({ id, person, onFill }: NewCardValuesProps) {
  const query = useQuery(comparisonQuery(id));
  if (!query.data) {
    return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <Choice values={againstTyped(query.data.values, person)} onFill={onFill} />;
}

type ChoiceProps = { values: CardValue[]; onFill: (values: CardValue[]) => void };

function Choice({ values, onFill }: ChoiceProps) {
  const t = useT();
  const different = values.filter(({ differs }) => differs);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(different.map(({ path }) => path)),
  );
  if (different.length === 0) return <Notice tone="good" title={t('inquiry.differences.none')} />;
  return (
    <>
      <DifferencesTable values={different} chosen={chosen} onChange={setChosen} />
      <Button
        leftSection={<Icon path={mdiAccountCheckOutline} size={18} />}
        disabled={chosen.size === 0}
        onClick={() => onFill(different.filter(({ path }) => chosen.has(path)))}
      >
        {t('inquiry.take', { count: chosen.size })}
      </Button>
    </>
  );
}
