// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { mdiHelpCircleOutline, mdiLanConnect, mdiLanDisconnect } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { longDate, recently } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { StatusPill, type Tone } from '@/ui/status-pill.tsx';
import { type Connection, connectionsQuery } from './connections.ts';
import classes from './smev-page.module.css';

const looks: Record<Connection['state'], { tone: Tone; icon: string }> = {
  up: { tone: 'good', icon: mdiLanConnect },
  down: { tone: 'bad', icon: mdiLanDisconnect },
  unknown: { tone: 'calm', icon: mdiHelpCircleOutline },
};

export function ConnectionCards() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(connectionsQuery);
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return (
    <ul className={classes.connections} aria-label={t('smev.connections')}>
      {data?.items.map((connection) => (
        <ConnectionCard key={connection.id} connection={connection} />
      ))}
    </ul>
  );
}

function ConnectionCard({ connection }: { connection: Connection }) {
  const { t, language } = useLanguage();
  const { state, waiting, certificate_until, last_success_at, last_error } = connection;
  const last = last_success_at && recently(last_success_at, language, new Date());
  return (
    <li className={classes.connection}>
      <div className={classes.connectionHead}>
        <Text fw={600}>{connection.mnemonic}</Text>
        <StatusPill {...looks[state]} text={t(`smev.connection.${state}`)} />
      </div>
      {state === 'down' && last_error && (
        <Text size="sm" c="var(--okno-bad)">
          {last_error}
        </Text>
      )}
      <Text size="sm">
        {waiting > 0 ? t('smev.waiting', { count: waiting }) : t('smev.nothingWaits')}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          last && t('smev.lastSuccess', { when: last }),
          certificate_until &&
            t('smev.certificateUntil', { date: longDate(certificate_until, language) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="xs" c="dimmed" truncate title={connection.url}>
        {t('smev.version', { version: connection.version })} · {connection.url}
      </Text>
    </li>
  );
}
