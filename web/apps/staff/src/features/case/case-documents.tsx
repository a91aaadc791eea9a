// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import { Section } from '@/ui/section.tsx';
import { mayAddScans } from './actions.ts';
import { AgencyAnswer } from './agency-answer.tsx';
import type { Application, AskedAgencies, RequestSlot } from './application.ts';
import { CaseFiles } from './case-files.tsx';
import classes from './case-page.module.css';
import { ChecklistLine } from './checklist-line.tsx';
import { OtherPapers } from './other-papers.tsx';

type CaseDocumentsProps = {
  application: Application;
  request?: RequestSlot;
  asked?: AskedAgencies;
};

// What the agency has answered, what the applicant brought, what was made here.
export function CaseDocuments({ application, request, asked }: CaseDocumentsProps) {
  const t = useT();
  const addable = mayAddScans(application);
  const own = application.documents.filter(({ source }) => source !== 'agency');
  return (
    <>
      <AgencyAnswer application={application} />
      <Section title={t('case.checklist')}>
        <ul className={classes.checklist}>
          {application.checklist.map((item) => (
            <ChecklistLine
              key={item.code}
              application={application}
              item={item}
              addable={addable}
              asked={asked}
              request={
                application.status !== 'closed' && item.need === 'inquiry' ? request : undefined
              }
            />
          ))}
        </ul>
        {application.checklist.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('case.checklist.empty')}
          </Text>
        )}
      </Section>
      <OtherPapers papers={(application.other_papers ?? []).filter(({ given }) => given)} />
      {own.length > 0 && (
        <Section title={t('case.otherDocuments')}>
          <CaseFiles application={application} documents={own} label={t('case.otherDocuments')} />
        </Section>
      )}
    </>
  );
}
