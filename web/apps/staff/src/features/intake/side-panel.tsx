// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { longDate, shortDate } from '@/lib/dates.ts';
import { phone } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import { termWords } from '@/lib/term-words.ts';
import { ApplicationStatusPill } from '@/ui/application-status.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { Section } from '@/ui/section.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import classes from './intake.module.css';
import { type Application, applicantQuery, applicationsOfQuery } from './queries.ts';

// Always in sight: who it is, what they filed before, what they have to hear.
export function SidePanel({
  applicantId,
  application,
}: {
  applicantId?: string;
  application?: Application;
}) {
  const { t } = useLanguage();
  if (!applicantId) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must scroll by keyboard too
      <aside className={classes.side} tabIndex={0} aria-label={t('intake.side')}>
        <Section title={t('intake.side.empty')}>
          <Text size="sm" c="dimmed">
            {t('intake.side.empty.text')}
          </Text>
        </Section>
      </aside>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must scroll by keyboard too
    <aside className={classes.side} tabIndex={0} aria-label={t('intake.side')}>
      <Person id={applicantId} />
      {application && <ToHear application={application} />}
      <Earlier id={applicantId} current={application?.id} />
    </aside>
  );
}

function Person({ id }: { id: string }) {
  const { t, language } = useLanguage();
  const { data } = useQuery(applicantQuery(id));
  if (!data) return <Skeleton h={110} />;
  const document = data.identity_document;
  const masked = document?.number ? `•••${document.number.slice(-3)}` : undefined;
  return (
    <Section title={data.display_name}>
      <LabelledValues
        narrow
        items={[
          {
            label: t('applicant.birthDate'),
            value: data.birth_date && shortDate(data.birth_date, language),
          },
          { label: t('applicant.document'), value: masked },
          { label: t('applicant.inn'), value: data.kind === 'legal_entity' ? data.inn : undefined },
          { label: t('applicant.phone'), value: data.phone && phone(data.phone) },
          {
            label:
              data.kind === 'legal_entity'
                ? t('applicant.legalAddress')
                : t('applicant.registrationAddress'),
            value: data.registration_address,
          },
        ]}
      />
    </Section>
  );
}

function ToHear({ application }: { application: Application }) {
  const { t, language } = useLanguage();
  const { service } = application;
  return (
    <Section title={t('intake.tell')}>
      <LabelledValues
        narrow
        items={[
          { label: t('intake.service'), value: service.short_name },
          { label: t('intake.term'), value: termWords(service.term_text, language) },
          {
            label: t('intake.planned'),
            value: application.planned_date && longDate(application.planned_date, language),
          },
          { label: t('intake.fee'), value: service.fee_text },
          {
            label: t('intake.delivery'),
            value: service.electronic ? t('intake.electronic') : t('intake.delivery.paper'),
          },
          { label: t('intake.result'), value: service.result[0] },
        ]}
      />
    </Section>
  );
}

function Earlier({ id, current }: { id: string; current?: string }) {
  const { t, language } = useLanguage();
  const { data } = useQuery(applicationsOfQuery(id));
  const earlier = (data?.items ?? []).filter((row) => row.id !== current).slice(0, 6);
  return (
    <Section title={t('intake.earlier')}>
      {earlier.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('intake.earlier.none')}
        </Text>
      )}
      {earlier.map((row) => (
        <div key={row.id} className={classes.earlier}>
          <TextLink to="/cases/$id" params={{ id: row.id }} size="sm">
            {row.number ?? t('intake.earlier.noNumber')}
          </TextLink>
          <ApplicationStatusPill status={row.status} />
          <Text size="xs" c="dimmed">
            {row.service_name}, {shortDate(row.created_at, language)}
          </Text>
        </div>
      ))}
    </Section>
  );
}
