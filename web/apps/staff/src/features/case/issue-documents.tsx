// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { mdiPrinterOutline } from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import type { Application } from './application.ts';
import { CaseFiles } from './case-files.tsx';
import { answersOf, thingsToHand } from './documents.ts';
import { openAnswer } from './printing.ts';
import { ResultPapers } from './result-papers.tsx';

// What the agency has answered with: to look at, to print before the receipt is signed.
export function AnswerToPrint({ application }: { application: Application }) {
  const t = useT();
  const answers = answersOf(application);
  const { result_papers: papers = [] } = application;
  if (papers.length > 0) {
    return (
      <>
        <Text size="sm" mb="xs">
          {t('case.issue.papers')}
        </Text>
        <ResultPapers papers={papers} />
      </>
    );
  }
  if (answers.length === 0) return <Text size="sm">{t('case.issue.noDocuments')}</Text>;
  return (
    <>
      <Text size="sm" mb="xs">
        {t('case.issue.printAnswer')}
      </Text>
      <CaseFiles
        application={application}
        documents={answers}
        label={t('case.answer')}
        action={(file) => {
          const document = answers.find(({ id }) => id === file.id);
          if (!document?.printable) return null;
          return (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Icon path={mdiPrinterOutline} size={16} />}
              aria-label={t('case.print.answer', { title: document.title || document.name })}
              onClick={() => openAnswer(application, document)}
            >
              {t('case.issue.printOne')}
            </Button>
          );
        }}
      />
    </>
  );
}

type HandOverProps = {
  application: Application;
  handed: ReadonlySet<string>;
  onChange: (handed: ReadonlySet<string>) => void;
};

// Each document is marked as it is put into the recipient's hands.
export function HandOver({ application, handed, onChange }: HandOverProps) {
  const t = useT();
  const things = thingsToHand(application, (count) => t('case.item.sheets', { count }));
  if (things.length === 0) return null;
  const toggle = (id: string, given: boolean) => {
    const next = new Set(handed);
    if (given) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <Stack gap="xs" role="group" aria-label={t('case.issue.handed')}>
      {things.map(({ id, title }) => (
        <Group key={id}>
          <Checkbox
            label={title}
            checked={handed.has(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        </Group>
      ))}
    </Stack>
  );
}
