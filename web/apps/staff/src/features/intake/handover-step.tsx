// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Kbd, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { putVersion } from '@/lib/put-answer.ts';
import { ApplicationStatusPill } from '@/ui/application-status.tsx';
import { Notice } from '@/ui/notice.tsx';
import { usePaperQuestion } from '@/ui/paper-question.ts';
import { PaperWarning } from '@/ui/paper-warning.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { NoScans } from './gaps.tsx';
import { PrintButtons } from './print-buttons.tsx';
import { isAtDesk, Undecided } from './print-step.tsx';
import { type Application, applicationQuery, handOver } from './queries.ts';
import type { useDraft } from './use-draft.ts';

type HandoverStepProps = {
  application: Application;
  draft: ReturnType<typeof useDraft>;
  onDone: () => void;
};

export function HandoverStep({ application, draft, onDone }: HandoverStepProps) {
  const t = useT();
  const queries = useQueryClient();
  const mayGo = usePaperQuestion();
  const give = useMutation({
    // What the page shows is given, nothing newer that nobody here has seen.
    mutationFn: () => handOver({ ...application, version: draft.version() }),
    onSuccess: (next) => {
      putVersion(queries, applicationQuery(next.id).queryKey, next);
      void queries.invalidateQueries({ queryKey: ['applications'] });
      void queries.invalidateQueries({ queryKey: ['application-counts'] });
    },
  });
  const waiting = isAtDesk(application);
  const undecided = draft.state.kind === 'changed';
  // What was printed a moment ago in another tab may not have been heard of here.
  const papersNow = async () => {
    const { papers } = await queries
      .fetchQuery({ ...applicationQuery(application.id), staleTime: 0 })
      .catch(() => application);
    return papers;
  };
  // What can not be saved says so above; papers that are not what was signed are asked about.
  const ask = async () => {
    if (give.isPending || undecided || !(await draft.flush())) return;
    if (await mayGo(await papersNow())) give.mutate();
  };
  useHotkeys(t('intake.step.handover'), [
    {
      keys: 'F9',
      title: t('intake.handover'),
      enabled: waiting && !give.isPending && !undecided,
      run: () => void ask(),
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
      <NoScans application={application} />
      {!application.service.electronic && (
        <Notice tone="info" title={t('intake.paper')}>
          <Text size="sm">{t('intake.paper.text')}</Text>
        </Notice>
      )}
      <Text my="md">{t('intake.handover.text')}</Text>
      {undecided && <Undecided />}
      <ProblemAlert error={give.error} focus onRetry={() => void ask()} />
      <Group>
        <PrintButtons application={application} closed={undecided} />
        <Button
          onClick={() => void ask()}
          loading={give.isPending}
          disabled={undecided}
          rightSection={
            <Kbd size="xs" aria-hidden>
              F9
            </Kbd>
          }
          aria-keyshortcuts="F9"
        >
          {t('intake.handover')}
        </Button>
      </Group>
    </Section>
  );
}
