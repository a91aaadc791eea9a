// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Text } from '@mantine/core';
import { upload } from '@okno/api/upload';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fileKinds, largestFile } from '@/lib/file-limits.ts';
import { fileSize } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import type { UploadFile } from '@/lib/uploads.ts';
import { FileDrop } from '@/ui/file-drop.tsx';
import { Section } from '@/ui/section.tsx';
import { ApplicationFiles } from './application-files.tsx';
import { ChecklistLine } from './checklist-line.tsx';
import { isEditable } from './form-step.tsx';
import { NoScans } from './gaps.tsx';
import type { Mark } from './marks.ts';
import { OtherPapers } from './other-papers.tsx';
import { type Application, applicationQuery } from './queries.ts';
import type { useDraft } from './use-draft.ts';

type DocumentsStepProps = {
  application: Application;
  draft: ReturnType<typeof useDraft>;
  onNext: () => void;
};

export function DocumentsStep({ application, draft, onNext }: DocumentsStepProps) {
  const { t, language } = useLanguage();
  const editable = isEditable(application);
  const send = useUploadTo(application.id);
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(
    () => new Map((draft.initial.marks ?? []).map((mark) => [mark.item, mark])),
  );
  // What is saved is the server's to tell: it may have changed in another window since.
  const isSaved = !draft.waits().marks && application.version >= draft.version();
  if (isSaved && [...marks.values()].some(isNamed))
    setMarks(new Map([...marks].filter(([, mark]) => !isNamed(mark))));
  const change = (mark: Mark) => {
    setMarks((before) => new Map(before).set(mark.item, mark));
    if (isNamed(mark)) draft.change({ marks: [mark] });
  };
  const inquiries = application.checklist.filter((item) => item.need === 'inquiry');
  const asked = application.checklist.filter((item) => item.need !== 'inquiry');
  const line = (item: Application['checklist'][number]) => (
    <ChecklistLine
      key={item.code}
      item={item}
      mark={marks.get(item.code)}
      applicationId={application.id}
      editable={editable}
      onChange={change}
      send={send(item.code)}
    />
  );

  return (
    <>
      <Section title={t('intake.documents')}>
        {application.form_errors.length > 0 && (
          <Alert color="blue" variant="light" mb="sm">
            {t('intake.documents.mayChange')}
          </Alert>
        )}
        {editable && (
          <Text size="xs" c="dimmed" mb="xs">
            {t('file.limits.scans', { limit: fileSize(largestFile, language) })}
          </Text>
        )}
        <ul aria-label={t('intake.documents')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {asked.map(line)}
        </ul>
      </Section>
      {inquiries.length > 0 && (
        <Section title={t('intake.inquiries')}>
          <Alert color="blue" variant="light" mb="sm">
            {t('intake.inquiries.text')}
          </Alert>
          <ul
            aria-label={t('intake.inquiries')}
            style={{ listStyle: 'none', margin: 0, padding: 0 }}
          >
            {inquiries.map(line)}
          </ul>
        </Section>
      )}
      <Section title={t('intake.otherPapers')}>
        <Text size="xs" c="dimmed" mb="xs">
          {t('intake.otherPapers.text')}
        </Text>
        <OtherPapers
          papers={otherPapersOf(application, marks)}
          editable={editable}
          onChange={change}
        />
      </Section>
      <Section title={t('intake.otherFiles')}>
        <ApplicationFiles
          applicationId={application.id}
          documents={application.documents.filter((document) => document.source === 'center')}
          removable={editable}
        />
        {editable && (
          <FileDrop
            multiple
            label={t('intake.otherFiles')}
            note={t('file.limits', { limit: fileSize(largestFile, language) })}
            accept={fileKinds}
            maxBytes={largestFile}
            keepAs={`${application.id}.other`}
            upload={send('other')}
          />
        )}
      </Section>
      <NoScans application={application} />
      <Group mt="xs">
        <Button onClick={onNext} aria-keyshortcuts="Control+Enter">
          {t('intake.toPrint')}
        </Button>
      </Group>
    </>
  );
}

// A paper without a name yet is nothing to be saved.
function isNamed({ title }: Mark) {
  return title !== '';
}

// As the server has them, over which goes what was typed here.
function otherPapersOf(application: Application, typed: ReadonlyMap<string, Mark>): Mark[] {
  const papers = new Map((application.other_papers ?? []).map((paper) => [paper.item, paper]));
  for (const [item, mark] of typed) if (/^other-\d+$/.test(item)) papers.set(item, mark);
  return [...papers.values()];
}

function useUploadTo(id: string): (item: string) => UploadFile {
  const queries = useQueryClient();
  return (item) =>
    async (file, { signal, idempotencyKey, onProgress }) => {
      await upload({
        url: `/api/v1/applications/${id}/documents`,
        fields: { item, file },
        headers: { 'Idempotency-Key': idempotencyKey },
        signal,
        onProgress,
      });
      await queries.invalidateQueries({ queryKey: applicationQuery(id).queryKey });
    };
}
