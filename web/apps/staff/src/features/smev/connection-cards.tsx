// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { mdiHelpCircleOutline, mdiLanConnect, mdiLanDisconnect, mdiPlus } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { longDate, recently } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { networkWords } from '@/lib/network-words.ts';
import { useRight } from '@/lib/session.ts';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { StatusPill, type Tone } from '@/ui/status-pill.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { ConnectionCheck } from './connection-check.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionQueues } from './connection-queues.tsx';
import { type Connection, connectionsQuery } from './connections.ts';
import classes from './smev-page.module.css';

const looks: Record<Connection['state'], { tone: Tone; icon: string }> = {
  up: { tone: 'good', icon: mdiLanConnect },
  down: { tone: 'bad', icon: mdiLanDisconnect },
  unknown: { tone: 'calm', icon: mdiHelpCircleOutline },
};

// 'new' is the dialog of a connection there is not yet.
export function ConnectionCards() {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery(connectionsQuery);
  const [edited, setEdited] = useState<string>();
  const mayManage = useRight('exchange.manage');
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <ul className={classes.connections} aria-label={t('smev.connections')}>
        {data?.items.map((connection) => (
          <ConnectionCard
            key={connection.id}
            connection={connection}
            onEdit={mayManage ? () => setEdited(connection.id) : undefined}
          />
        ))}
      </ul>
      {mayManage && data?.items.length === 0 && (
        <div>
          <Button leftSection={<Icon path={mdiPlus} size={18} />} onClick={() => setEdited('new')}>
            {t('smev.connection.new')}
          </Button>
        </div>
      )}
      {edited && (
        <ConnectionDialog
          id={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

type ConnectionCardProps = { connection: Connection; onEdit?: () => void };

function ConnectionCard({ connection, onEdit }: ConnectionCardProps) {
  const { t, language } = useLanguage();
  const { state, waiting, undelivered, certificate_until, last_success_at, last_error } =
    connection;
  const last = last_success_at && recently(last_success_at, language, new Date());
  return (
    <li className={classes.connection}>
      <div className={classes.connectionHead}>
        <Text fw={600}>{connection.mnemonic}</Text>
        <StatusPill {...looks[state]} text={t(`smev.connection.${state}`)} />
      </div>
      {state === 'down' && (
        <Text size="sm" c="var(--okno-bad)">
          {t('smev.connection.down.text')}
        </Text>
      )}
      {state === 'down' && last_error && onEdit && (
        <Text size="xs" c="dimmed">
          {t('smev.connection.down.technical', { text: networkWords(last_error, t) })}
        </Text>
      )}
      {undelivered > 0 && <Undelivered count={undelivered} mayDecide={onEdit !== undefined} />}
      {waiting > 0 && <Text size="sm">{t('smev.waiting', { count: waiting })}</Text>}
      {waiting === 0 && undelivered === 0 && <Text size="sm">{t('smev.nothingWaits')}</Text>}
      <ConnectionQueues connection={connection} />
      <CertificateWarnings connection={connection} />
      <RevocationWarnings connection={connection} />
      <Text size="xs" c="dimmed">
        {[
          last && t('smev.lastSuccess', { when: last }),
          certificate_until &&
            t('smev.certificateUntil', { date: longDate(certificate_until, language) }),
          connection.has_files && t('smev.connection.hasFiles'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="xs" c="dimmed" truncate title={connection.url}>
        {t('smev.version', { version: connection.version })} · {connection.url}
      </Text>
      {onEdit && (
        <Group gap="xs" mt={4}>
          <ConnectionCheck id={connection.id} lastSuccess={last_success_at} />
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            {t('smev.connection.edit')}
          </Button>
        </Group>
      )}
    </li>
  );
}

function Undelivered({ count, mayDecide }: { count: number; mayDecide: boolean }) {
  const { t } = useLanguage();
  if (!mayDecide) return <Text size="sm">{t('smev.undelivered.others', { count })}</Text>;
  return (
    <Text size="sm" component="div">
      <TextLink to="/smev" search={{ state: 'failed', direction: 'outgoing' }}>
        {t('smev.undelivered', { count })}
      </TextLink>
    </Text>
  );
}

function CertificateWarnings({ connection }: { connection: Connection }) {
  const { t, language } = useLanguage();
  return connection.certificates.map(({ kind, state, until }) =>
    state === 'good' ? null : (
      <Text key={kind} size="sm" c={state === 'expired' ? 'var(--okno-bad)' : 'var(--okno-wait)'}>
        {t(`smev.certificate.${state}`, {
          what: t(`smev.certificate.${kind}`),
          date: longDate(until, language),
        })}
      </Text>
    ),
  );
}

// Lists of revoked certificates are of the whole installation.
function RevocationWarnings({ connection }: { connection: Connection }) {
  const { t } = useLanguage();
  return connection.revocation_lists.map(({ file, state }) => (
    <Text key={file} size="sm" c={state === 'unread' ? 'var(--okno-bad)' : 'var(--okno-wait)'}>
      {t(`smev.revocations.${state}`, { file: file === '.' ? 'crl' : file })}
    </Text>
  ));
}
