// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiAccountCheckOutline } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import { type Comparison, comparisonQuery, useTakeToCard } from './comparison.ts';
import { DifferencesTable } from './differences-table.tsx';
import type { Inquiry } from './inquiry.ts';

type CardComparisonProps = { inquiry: Inquiry; onTaken?: () => void };

// What an answer says otherwise than the applicant's card, to be taken over where the person agrees.
export function CardComparison({ inquiry, onTaken }: CardComparisonProps) {
  const asked = Boolean(inquiry.applicant_id && inquiry.answer?.has_data);
  const query = useQuery({ ...comparisonQuery(inquiry.id), enabled: asked });
  if (!asked) return null;
  return (
    <>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.data && query.data.values.length > 0 && (
        <Differences
          key={query.data.applicant_version}
          inquiry={inquiry}
          comparison={query.data}
          onTaken={onTaken}
        />
      )}
    </>
  );
}

function Differences(props: CardComparisonProps & { comparison: Comparison }) {
  const { inquiry, comparison, onTaken } = props;
  const t = useT();
  const toast = useToast();
  const mayEdit = useRight('applicants.edit');
  const take = useTakeToCard(inquiry.id);
  const different = comparison.values.filter(({ differs }) => differs);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(different.map(({ path }) => path)),
  );
  if (different.length === 0) return <Notice tone="good" title={t('inquiry.differences.none')} />;
  const submit = () =>
    take.mutate(
      { comparison, paths: [...chosen] },
      {
        onSuccess: () => {
          toast.done(t('inquiry.taken'));
          onTaken?.();
        },
      },
    );
  return (
    <>
      <Text fw={600} mt="md" mb={4}>
        {t('inquiry.differences.title', { count: different.length })}
      </Text>
      <DifferencesTable
        values={different}
        chosen={chosen}
        onChange={mayEdit ? setChosen : undefined}
      />
      <ProblemAlert error={take.error} focus />
      {mayEdit && (
        <Button
          mt="sm"
          leftSection={<Icon path={mdiAccountCheckOutline} size={18} />}
          disabled={chosen.size === 0}
          loading={take.isPending}
          onClick={submit}
        >
          {t('inquiry.take', { count: chosen.size })}
        </Button>
      )}
    </>
  );
}
