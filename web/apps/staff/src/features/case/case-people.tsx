// SPDX-License-Identifier: Apache-2.0
import { longDate, shortDate, shortDateTime } from '@/lib/dates.ts';
import { phone } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { Section } from '@/ui/section.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import type { Application } from './application.ts';
import { ResultPapers } from './result-papers.tsx';
import { WholeDocument } from './whole-document.tsx';

// Who asks, who acts for them, who works on it here and how it stands in the agency.
export function CasePeople({ application }: { application: Application }) {
  return (
    <>
      <Applicant application={application} />
      <InAgency application={application} />
      <Representative application={application} />
      <InCenter application={application} />
    </>
  );
}

function Applicant({ application: { applicant } }: { application: Application }) {
  const { t, language } = useLanguage();
  const maySee = useRight('applicants.view');
  const { id, display_name, birth_date, masked_document } = applicant;
  const name = maySee ? (
    <TextLink to="/applicants/$id" params={{ id }}>
      {display_name}
    </TextLink>
  ) : (
    display_name
  );
  return (
    <Section title={t('case.applicant')}>
      <LabelledValues
        narrow
        items={[
          { label: t('case.applicant.name'), value: name },
          { label: t('case.applicant.birth'), value: birth_date && longDate(birth_date, language) },
          {
            label: t('case.applicant.document'),
            value: masked_document && <WholeDocument applicant={applicant} />,
          },
          { label: t('case.applicant.phone'), value: applicant.phone && phone(applicant.phone) },
        ]}
      />
    </Section>
  );
}

function Representative({ application: { representative } }: { application: Application }) {
  const { t } = useLanguage();
  if (!representative) return null;
  const { last_name, first_name, middle_name } = representative;
  return (
    <Section title={t('case.representative')}>
      <LabelledValues
        narrow
        items={[
          {
            label: t('case.applicant.name'),
            value: [last_name, first_name, middle_name].filter(Boolean).join(' '),
          },
          { label: t('case.representative.authority'), value: representative.authority },
          {
            label: t('case.applicant.phone'),
            value: representative.phone && phone(representative.phone),
          },
        ]}
      />
    </Section>
  );
}

function InAgency({ application }: { application: Application }) {
  const { t, language } = useLanguage();
  const { external_status, service, decision, result_papers: papers = [] } = application;
  return (
    <Section title={t('case.agency')}>
      <LabelledValues
        narrow
        items={[
          { label: t('case.agency.name'), value: service.agency.name },
          {
            label: t('case.agency.status'),
            value: decision ? undefined : (external_status?.text ?? t('case.agency.nothing')),
          },
          {
            label: t('case.agency.at'),
            value:
              external_status && !decision
                ? shortDateTime(external_status.at, language)
                : undefined,
          },
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
    </Section>
  );
}

function InCenter({ application }: { application: Application }) {
  const { t, language } = useLanguage();
  const { branch, operator_name, executor, filed_at } = application;
  return (
    <Section title={t('case.center')}>
      <LabelledValues
        narrow
        items={[
          { label: t('case.center.branch'), value: branch.name },
          { label: t('case.center.operator'), value: operator_name },
          { label: t('case.center.executor'), value: executor?.name ?? t('case.center.free') },
          { label: t('case.center.filed'), value: filed_at && shortDateTime(filed_at, language) },
        ]}
      />
    </Section>
  );
}
