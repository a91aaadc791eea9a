// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { ApplicationStatusPill } from '@/ui/application-status.tsx';
import { Notice } from '@/ui/notice.tsx';
import { PaperWarning } from '@/ui/paper-warning.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { type Application, applicationQuery, handOver } from './queries.ts';

export function HandoverStep({
  application,
  onDone,
}: {
  application: Application;
  onDone: () => void;
}) {
  const t = useT();
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: () => handOver(application),
    onSuccess: (next) => {
      queries.setQueryData(applicationQuery(next.id).queryKey, next);
      void queries.invalidateQueries({ queryKey: ['applications'] });
      void queries.invalidateQueries({ queryKey: ['application-counts'] });
    },
  });
  const waiting = application.status === 'intake' || application.status === 'rework';
  useHotkeys(t('intake.step.handover'), [
    {
      keys: 'F9',
      title: t('intake.handover'),
      enabled: waiting && !give.isPending,
      run: () => give.mutate(),
    },
  ]);
  if (!waiting) {
    return (
      <Section
        title={t('intake.handedOver')}
        aside={<ApplicationStatusPill status={application.status} />}
      >
        <Text mb="md">
          {application.executor
            ? t('intake.handedOver.to', { name: application.executor.name })
            : t('intake.handedOver.free')}
        </Text>
        <Group>
          <Button onClick={onDone} autoFocus aria-keyshortcuts="Alt+0">
            {t('intake.another')}
          </Button>
          <TextLink to="/cases/$id" params={{ id: application.id }}>
            {t('intake.openCase')}
          </TextLink>
        </Group>
      </Section>
    );
  }
  return (
    <Section title={t('intake.step.handover')}>
      <PaperWarning papers={application.papers} also="unprinted" />
      {!application.service.electronic && (
        <Notice tone="info" title={t('intake.paper')}>
          <Text size="sm">{t('intake.paper.text')}</Text>
        </Notice>
      )}
      <Text mb="md">{t('intake.handover.text')}</Text>
      <ProblemAlert error={give.error} focus onRetry={() => give.mutate()} />
      <Button
        size="md"
        onClick={() => give.mutate()}
        loading={give.isPending}
        aria-keyshortcuts="F9"
      >
        {t('intake.handover')}
      </Button>
    </Section>
  );
}
