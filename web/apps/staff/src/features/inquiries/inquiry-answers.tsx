// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { Differs } from '@/ui/differs.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { Section } from '@/ui/section.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import classes from './inquiries.module.css';
import { type InquiryRow, inquiriesQuery } from './inquiries.ts';

// What agencies have answered about a case: of each answer the values its type has chosen, and the verdict on its
// signature.
export function InquiryAnswers({ application }: { application: string }) {
  const t = useT();
  const query = useInfiniteQuery(inquiriesQuery({ application }));
  const answered = rowsOf(query.data).filter(({ has_data }) => has_data !== undefined);
  if (answered.length === 0) return null;
  return (
    <Section title={t('inquiry.answers')}>
      <ul className={classes.list} aria-label={t('inquiry.answers')}>
        {answered.map((row) => (
          <Answer key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function Answer({ row }: { row: InquiryRow }) {
  const t = useT();
  const values = row.highlights ?? [];
  return (
    <li className={classes.line}>
      <TextLink to="/inquiries/$id" params={{ id: row.id }}>
        {row.title}
      </TextLink>
      {row.subject_name && <Text size="xs">{row.subject_name}</Text>}
      {!row.has_data && <Text size="sm">{t('inquiry.noData')}</Text>}
      {values.length > 0 && (
        <LabelledValues narrow items={values.map(({ path, ...one }) => ({ id: path, ...one }))} />
      )}
      <Differs of={row.differs} />
      {row.signature && (
        <Text size="xs" component="div">
          <SignatureLine verdict={row.signature} />
        </Text>
      )}
    </li>
  );
}
