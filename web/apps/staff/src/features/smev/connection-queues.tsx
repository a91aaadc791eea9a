// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { type Connection, queuesQuery } from './connections.ts';
import classes from './smev-page.module.css';

// How many messages wait for the organization in the queues of the bus, as the bus says.
export function ConnectionQueues({ connection }: { connection: Connection }) {
  const t = useT();
  const { data, error, refetch } = useQuery(queuesQuery(connection));
  // Other versions of the envelope do not tell it.
  if (connection.version !== '1.1') return null;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  if (!data.good)
    return (
      <Text size="sm" c="var(--okno-bad)">
        {t('smev.queues.failed', { text: data.text })}
      </Text>
    );
  if (data.items.length === 0) return <Text size="sm">{t('smev.queues.empty')}</Text>;
  return (
    <div>
      <Text size="sm">{t('smev.queues.title')}</Text>
      <ul className={classes.queues} aria-label={t('smev.queues.title')}>
        {data.items.map(({ name, waiting }) => (
          <li key={name}>
            <span>{name}</span> <strong>{waiting}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
