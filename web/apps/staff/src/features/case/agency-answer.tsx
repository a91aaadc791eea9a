// SPDX-License-Identifier: Apache-2.0
import { shortDate, shortDateTime } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { Section } from '@/ui/section.tsx';
import type { Application } from './application.ts';
import { CaseFiles } from './case-files.tsx';
import { ResultPapers } from './result-papers.tsx';

// The decision with its documents; each document says whose signature it bears and whether it is right.
export function AgencyAnswer({ application }: { application: Application }) {
  const { t, language } = useLanguage();
  const { decision, result_papers: papers = [] } = application;
  const files = application.documents.filter(({ source }) => source === 'agency');
  if (!decision && files.length === 0) return null;
  return (
    <Section title={t('case.answer')}>
      <LabelledValues
        items={[
          {
            label: t('case.answer.outcome'),
            value: decision?.outcome && t(`case.answer.${decision.outcome}`),
          },
          { label: t('case.answer.text'), value: decision?.text },
          {
            label: t('case.answer.at'),
            value: decision?.on
              ? shortDate(decision.on, language)
              : decision?.at && shortDateTime(decision.at, language),
          },
          { label: t('case.answer.number'), value: decision?.registration_number },
          {
            label: t('case.answer.papers'),
            value: papers.length > 0 ? <ResultPapers papers={papers} /> : undefined,
          },
        ]}
      />
      {files.length > 0 && (
        <CaseFiles application={application} documents={files} label={t('case.answer')} />
      )}
    </Section>
  );
}
