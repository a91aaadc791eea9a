// SPDX-License-Identifier: Apache-2.0
import { Button, Drawer, Stack } from '@mantine/core';
import { mdiCodeTags } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { shortDateTime } from '@/lib/dates.ts';
import { fileSize } from '@/lib/format.ts';
import { useLanguage, useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import { messageCardQuery } from './message-card.ts';
import { MessageDetails } from './message-details.tsx';
import { MessageState } from './message-state.tsx';
import type { SmevMessage } from './messages.ts';
import { ResolutionForm } from './resolution-form.tsx';

const XmlView = lazy(() => import('./xml-view.tsx'));

type MessageDrawerProps = { message: SmevMessage; onClose: () => void };

// What the message is, in sentences; its XML only when asked for. The other messages of its exchange open in its place.
export function MessageDrawer({ message, onClose }: MessageDrawerProps) {
  const { t } = useLanguage();
  const [otherId, setOtherId] = useState<string>();
  const other = useQuery({ ...messageCardQuery(otherId ?? ''), enabled: otherId !== undefined });
  const shown = otherId === undefined || otherId === message.id ? message : other.data;
  // "" is the envelope the message came or went in.
  const [envelope, setEnvelope] = useState<string>();
  const open = (id: string) => {
    setEnvelope(undefined);
    setOtherId(id);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={envelope !== undefined ? 'xl' : 'lg'}
      title={shown?.title ?? t(`smev.operation.${(shown ?? message).operation}`)}
    >
      {shown ? (
        <Content
          key={shown.id}
          message={shown}
          envelope={envelope}
          onEnvelope={setEnvelope}
          onOpen={open}
        />
      ) : (
        <>
          <ProblemAlert error={other.error} onRetry={() => void other.refetch()} />
          {!other.error && <RoutePending />}
        </>
      )}
    </Drawer>
  );
}

type ContentProps = {
  message: SmevMessage;
  envelope?: string;
  onEnvelope: (envelope: string) => void;
  onOpen: (id: string) => void;
};

function Content({ message, envelope, onEnvelope, onOpen }: ContentProps) {
  const t = useT();
  return (
    <Stack gap="sm">
      <Facts message={message} />
      <ResolutionForm message={message} />
      <MessageDetails id={message.id} onEnvelope={onEnvelope} onOpen={onOpen} />
      {envelope !== undefined ? (
        <Suspense fallback={<RoutePending />}>
          <XmlView message={message} envelope={envelope || undefined} />
        </Suspense>
      ) : (
        <div>
          <Button
            variant="default"
            leftSection={<Icon path={mdiCodeTags} size={18} />}
            onClick={() => onEnvelope('')}
          >
            {t('smev.showXml')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Facts({ message }: { message: SmevMessage }) {
  const { t, language } = useLanguage();
  const moment = (value?: string) => value && shortDateTime(value, language);
  return (
    <LabelledValues
      items={[
        { label: t('smev.state'), value: <MessageState message={message} /> },
        {
          label: t('smev.signature'),
          value: message.signature && <SignatureLine verdict={message.signature} />,
        },
        { label: t('smev.error'), value: message.error },
        { label: t('smev.errorCode'), value: message.error_code },
        { label: t('smev.direction'), value: t(`smev.direction.${message.direction}`) },
        { label: t('smev.operation'), value: t(`smev.operation.${message.operation}`) },
        { label: t('smev.type'), value: message.message_type },
        { label: t('smev.messageId'), value: message.message_id },
        { label: t('smev.created'), value: moment(message.created_at) },
        { label: t('smev.sentAt'), value: moment(message.sent_at) },
        {
          label: t('smev.attempts'),
          value: message.direction === 'outgoing' ? message.attempts : undefined,
        },
        { label: t('smev.nextAttempt'), value: moment(message.next_attempt_at) },
        {
          label: t('smev.size'),
          value: message.size !== undefined && fileSize(message.size, language),
        },
      ]}
    />
  );
}
