// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiPlus } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { shortDateTime } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { useRight } from '@/lib/session.ts';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import classes from './inquiries.module.css';
import { type InquiryRow, inquiriesQuery } from './inquiries.ts';
import { resultOf } from './inquiry-columns.tsx';
import { InquiryStatePill } from './inquiry-state.tsx';

type InquiryListProps = {
  // Whose: of a case or of an applicant.
  of: { application?: string; applicant?: string };
  // The service a new one is for: types suggested for it come first.
  service?: string;
};

// The inquiries about one case or one person, each with its state and what came of it.
export function InquiryList({ of, service }: InquiryListProps) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const maySend = useRight('inquiries.send');
  const query = useInfiniteQuery(inquiriesQuery(of));
  const rows = rowsOf(query.data);
  return (
    <Section
      title={t('inquiry.list')}
      aside={
        maySend && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon path={mdiPlus} size={16} />}
            onClick={() =>
              void navigate({
                to: '/inquiries/new',
                search: { application: of.application, applicant: of.applicant, service },
              })
            }
          >
            {t('inquiry.new')}
          </Button>
        )
      }
    >
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isSuccess && rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('inquiry.list.empty')}
        </Text>
      )}
      <ul className={classes.list} aria-label={t('inquiry.list')}>
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('inquiry.list.more')}
        </Button>
      )}
    </Section>
  );
}

function Line({ row }: { row: InquiryRow }) {
  const { t, language } = useLanguage();
  return (
    <li className={classes.line}>
      <div className={classes.lineHead}>
        <TextLink to="/inquiries/$id" params={{ id: row.id }}>
          {row.title}
        </TextLink>
        <InquiryStatePill inquiry={row} />
      </div>
      <Text size="xs" c="dimmed">
        {[
          row.number ?? t('inquiry.noNumber'),
          row.addressee,
          shortDateTime(row.sent_at ?? row.created_at, language),
        ].join(' · ')}
      </Text>
      {resultOf(row, t) && <Text size="sm">{resultOf(row, t)}</Text>}
    </li>
  );
}
