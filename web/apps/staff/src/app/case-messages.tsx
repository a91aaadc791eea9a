// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { mdiSwapHorizontal } from '@mdi/js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { MessageDrawer } from '@/features/smev/message-drawer.tsx';
import { MessageState } from '@/features/smev/message-state.tsx';
import { messagesQuery, type SmevMessage } from '@/features/smev/messages.ts';
import { shortDateTime } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { Section } from '@/ui/section.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import classes from './case-messages.module.css';

// The exchange about one case: each message a sentence, its state and the verdict on its signature. The XML on demand.
export function CaseMessages({ subject }: { subject: string }) {
  const { t } = useLanguage();
  const query = useInfiniteQuery(messagesQuery({ subject }));
  const messages = useMemo(() => rowsOf(query.data), [query.data]);
  const [shownId, setShownId] = useState<string>();
  const shown = messages.find(({ id }) => id === shownId);
  if (query.isPending) return <RoutePending />;
  return (
    <Section title={t('case.tab.messages')}>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isSuccess && messages.length === 0 && (
        <EmptyState
          icon={mdiSwapHorizontal}
          title={t('case.messages.empty')}
          text={t('case.messages.empty.text')}
        />
      )}
      <ul className={classes.list}>
        {messages.map((message) => (
          <Line key={message.id} message={message} onOpen={() => setShownId(message.id)} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('case.messages.more')}
        </Button>
      )}
      {shown && <MessageDrawer message={shown} onClose={() => setShownId(undefined)} />}
    </Section>
  );
}

// What went wrong and what to do; the bus's own words are in the details.
function Fault({ message }: { message: SmevMessage }) {
  const { t } = useLanguage();
  const { error, error_code: code, error_sentence: sentence, advice } = message;
  if (!error && !code) return null;
  return (
    <div>
      <Text size="sm">{sentence ?? t('case.messages.fault')}</Text>
      {advice && <Text size="sm">{advice}</Text>}
      {code && (
        <Text size="xs" c="dimmed">
          {t('problem.errorCode', { code })}
        </Text>
      )}
    </div>
  );
}

function Line({ message, onOpen }: { message: SmevMessage; onOpen: () => void }) {
  const { t, language } = useLanguage();
  const title = message.title ?? t(`smev.operation.${message.operation}`);
  return (
    <li className={classes.line}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <MessageState message={message} />
      </Group>
      <Text size="xs" c="dimmed">
        {shortDateTime(message.sent_at ?? message.created_at, language)} ·{' '}
        {t(`smev.direction.${message.direction}`)}
      </Text>
      {message.signature && (
        <Text size="xs" component="div">
          <SignatureLine verdict={message.signature} />
        </Text>
      )}
      <Fault message={message} />
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={onOpen}
        aria-label={t('case.messages.details', { title })}
      >
        {t('case.messages.open')}
      </Button>
    </li>
  );
}
