// SPDX-License-Identifier: Apache-2.0
import { Loader, Text } from '@mantine/core';
import { mdiTrayFull } from '@mdi/js';
import { hasCode } from '@okno/api/problem';
import { useQuery } from '@tanstack/react-query';
import { longDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { ApplicationStatusPill } from '@/ui/application-status.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { type CaseState, caseStateQuery } from './case-state.ts';

// What the receipt promises: «Состояние заявления — по номеру в любом филиале».
export function CaseStateCard({ number }: { number: string }) {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(caseStateQuery(number));
  if (data) return <State state={data} />;
  if (!error) return <Loader />;
  if (!hasCode(error, 'applications.number_unknown')) {
    return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  }
  return (
    <EmptyState
      icon={mdiTrayFull}
      title={error.problem.title}
      text={t('worklists.state.unknown')}
    />
  );
}

function State({ state }: { state: CaseState }) {
  const { t, language } = useLanguage();
  const { id } = state;
  return (
    <Section title={state.number} aside={<ApplicationStatusPill status={state.status} />}>
      <LabelledValues
        items={[
          { label: t('worklists.state.service'), value: state.service_name },
          {
            label: t('worklists.state.branch'),
            value: `${state.branch_name}, ${state.branch_address}`,
          },
          {
            label: t('worklists.state.planned'),
            value: state.planned_date && longDate(state.planned_date, language),
          },
          { label: t('worklists.state.issuedBy'), value: state.issue_branch_name },
          {
            label: t('worklists.state.issue'),
            value: t(state.may_be_issued_here ? 'worklists.state.here' : 'worklists.state.notHere'),
          },
        ]}
      />
      {id ? (
        <TextLink to="/cases/$id" params={{ id }}>
          {t('worklists.state.open')}
        </TextLink>
      ) : (
        <Text size="sm" c="dimmed">
          {t('worklists.state.text')}
        </Text>
      )}
    </Section>
  );
}
