// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cardText } from '@/lib/card-text.ts';
import { shortDateTime } from '@/lib/dates.ts';
import { type T, useLanguage } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { applicantHistoryQuery } from './applicant.ts';
import classes from './applicant-page.module.css';
import { fieldNames } from './field-names.ts';

function fieldName(field: string, t: T) {
  const key = fieldNames[field];
  return key ? t(key) : field;
}

// Who changed which field of the card, from what to what.
export function ApplicantChanges({ id }: { id: string }) {
  const { t, language } = useLanguage();
  const { data, error, isPending, refetch } = useQuery(applicantHistoryQuery(id));
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (isPending) return <RoutePending />;
  if (data.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('card.noChanges')}
      </Text>
    );
  }
  return (
    <ul className={classes.changes}>
      {data.items.map((entry) => (
        <li key={entry.at}>
          <Text size="xs" c="dimmed">
            {shortDateTime(entry.at, language)} · {entry.actor}
            {entry.source && ` · ${t('card.source', { source: entry.source })}`}
          </Text>
          {entry.changes.map((change) => (
            <Text key={change.field} size="sm">
              {fieldName(change.field, t)}:{' '}
              {change.old && (
                <>
                  <del>{cardText(change.field, change.old, t, language)}</del> →{' '}
                </>
              )}
              <ins>{cardText(change.field, change.new, t, language) || t('card.emptied')}</ins>
            </Text>
          ))}
        </li>
      ))}
    </ul>
  );
}
