// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { shortDateTime } from '@/lib/dates.ts';
import { useLanguage, useT } from '@/lib/language.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { Section } from '@/ui/section.tsx';
import { RunEditor } from './run-editor.tsx';
import { RouteSheetButton, RunFrame } from './run-frame.tsx';
import { RunPackages } from './run-packages.tsx';
import { type Run, runQuery } from './runs.ts';

export function RunPage({ id }: { id: string }) {
  const t = useT();
  const query = useQuery(runQuery(id));
  const problem = <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <RoutePending />;
  if (!query.data) return <Page title={t('packages.run')}>{problem}</Page>;
  const run = query.data;
  return run.actions.includes('edit') ? (
    <RunEditor run={run} problem={problem} />
  ) : (
    <RunSent run={run} problem={problem} />
  );
}

// On the road or over: which package has reached its agency.
function RunSent({ run, problem }: { run: Run; problem: ReactNode }) {
  const { t, language } = useLanguage();
  return (
    <RunFrame run={run} actions={<RouteSheetButton run={run} />}>
      {problem}
      <Section title={t('packages.packagesCount', { count: run.items.length })}>
        {run.sent_at && (
          <Text size="sm" mb="xs">
            {t('packages.run.sentBy', {
              courier: run.courier,
              at: shortDateTime(run.sent_at, language),
              by: run.sent_by ?? '',
            })}
          </Text>
        )}
        {run.items.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('packages.run.noPackages')}
          </Text>
        )}
        <RunPackages items={run.items} delivers />
      </Section>
    </RunFrame>
  );
}
