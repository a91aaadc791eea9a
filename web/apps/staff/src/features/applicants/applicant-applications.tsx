// SPDX-License-Identifier: Apache-2.0
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { shortDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { ApplicationStatusPill } from '@/ui/application-status.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { TermLeft } from '@/ui/term-left.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { applicationsOfQuery } from './applicant.ts';

export function ApplicantApplications({ id }: { id: string }) {
  const { t, language } = useLanguage();
  const { data, error, isPending, refetch } = useQuery(applicationsOfQuery(id));
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (isPending) return <RoutePending />;
  if (data.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {data.elsewhere
          ? t('card.applicationsElsewhere', { count: data.elsewhere })
          : t('card.noApplications')}
      </Text>
    );
  }
  return (
    <>
      {data.elsewhere > 0 && (
        <Text size="sm" c="dimmed">
          {t('card.applicationsElsewhere', { count: data.elsewhere })}
        </Text>
      )}
      <Table.ScrollContainer minWidth="40rem">
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('card.number')}</Table.Th>
              <Table.Th>{t('card.service')}</Table.Th>
              <Table.Th>{t('card.status')}</Table.Th>
              <Table.Th>{t('card.term')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.items.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <TextLink
                    to="/cases/$id"
                    params={{ id: row.id }}
                    style={{ whiteSpace: 'nowrap' }}
                  >
                    {row.number ?? t('card.draftOf', { date: shortDate(row.created_at, language) })}
                  </TextLink>
                </Table.Td>
                <Table.Td>{row.service_name}</Table.Td>
                <Table.Td>
                  <ApplicationStatusPill status={row.status} />
                </Table.Td>
                <Table.Td>
                  <TermLeft days={row.days_left} urgency={row.urgency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
