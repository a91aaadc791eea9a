// SPDX-License-Identifier: Apache-2.0
import { Text, Timeline } from '@mantine/core';
import type { Schemas } from '@okno/api';
import { shortDateTime } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';

type Entry = Pick<
  Schemas['HistoryEntry'],
  'at' | 'actor' | 'text' | 'reason' | 'advice' | 'error_code'
>;

// Who did what and when, the newest on top.
export function HistoryList({ entries }: { entries: Entry[] }) {
  const { language, t } = useLanguage();
  const newestFirst = entries
    .map((entry, order) => ({ ...entry, order }))
    .sort((a, b) => b.at.localeCompare(a.at) || b.order - a.order);
  return (
    <Timeline bulletSize={10} lineWidth={2} active={-1} aria-label={t('history.title')}>
      {newestFirst.map((entry) => (
        <Timeline.Item key={entry.order} title={entry.text}>
          {entry.reason && <Text size="sm">{entry.reason}</Text>}
          {entry.advice && <Text size="sm">{entry.advice}</Text>}
          {entry.error_code && (
            <Text size="xs" c="dimmed">
              {t('problem.errorCode', { code: entry.error_code })}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            <time dateTime={entry.at}>{shortDateTime(entry.at, language)}</time> · {entry.actor}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
