// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { shortDateTime } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { organizationQuery } from '@/lib/units.ts';
import { HistoryList } from '@/ui/history-list.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { Section } from '@/ui/section.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import type { Inquiry } from './inquiry.ts';

// Whom it is about, who gets it, who works on it, what happened so far.
export function InquiryFacts({ inquiry }: { inquiry: Inquiry }) {
  const { t, language } = useLanguage();
  const moment = (value?: string) => value && shortDateTime(value, language);
  return (
    <>
      <Section title={t('inquiry.facts')}>
        <LabelledValues
          narrow
          items={[
            { label: t('inquiry.number'), value: inquiry.number ?? t('inquiry.number.later') },
            { label: t('inquiry.addressee'), value: inquiry.addressee },
            { label: t('inquiry.subject'), value: <Subject inquiry={inquiry} /> },
            { label: t('inquiry.application'), value: <ForCase inquiry={inquiry} /> },
            { label: t('inquiry.consumerNumber'), value: inquiry.consumer_number },
            { label: t('inquiry.sender'), value: <Sender inquiry={inquiry} /> },
            { label: t('inquiry.executor'), value: inquiry.executor_name },
            { label: t('inquiry.created'), value: moment(inquiry.created_at) },
            { label: t('inquiry.sentAt'), value: moment(inquiry.sent_at) },
            { label: t('inquiry.answeredAt'), value: moment(inquiry.answered_at) },
          ]}
        />
      </Section>
      <Section title={t('inquiry.history')}>
        <HistoryList entries={inquiry.history} />
      </Section>
    </>
  );
}

function Subject({ inquiry: { applicant_id, subject_name } }: { inquiry: Inquiry }) {
  const { t } = useLanguage();
  const name = subject_name || t('inquiry.subject.none');
  if (!applicant_id) return name;
  return (
    <TextLink to="/applicants/$id" params={{ id: applicant_id }}>
      {name}
    </TextLink>
  );
}

function Sender({ inquiry: { branch_id } }: { inquiry: Inquiry }) {
  const branches = useQuery(organizationQuery).data?.branches ?? [];
  return branches.find(({ id }) => id === branch_id)?.name;
}

function ForCase({ inquiry: { application_id, application_number } }: { inquiry: Inquiry }) {
  const { t } = useLanguage();
  if (!application_id) return t('inquiry.application.none');
  return (
    <TextLink to="/cases/$id" params={{ id: application_id }}>
      {application_number ?? t('inquiry.application.draft')}
    </TextLink>
  );
}
