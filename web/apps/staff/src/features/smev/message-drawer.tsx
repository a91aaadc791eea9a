// SPDX-License-Identifier: Apache-2.0
import { Button, Drawer, Stack } from '@mantine/core';
import { mdiCodeTags } from '@mdi/js';
import { lazy, Suspense, useState } from 'react';
import { shortDateTime } from '@/lib/dates.ts';
import { fileSize } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import { MessageDetails } from './message-details.tsx';
import { MessageState } from './message-state.tsx';
import type { SmevMessage } from './messages.ts';
import { ResolutionForm } from './resolution-form.tsx';

const XmlView = lazy(() => import('./xml-view.tsx'));

type MessageDrawerProps = { message: SmevMessage; onClose: () => void };

// What the message is, in sentences; its XML only when asked for.
export function MessageDrawer({ message, onClose }: MessageDrawerProps) {
  const { t, language } = useLanguage();
  // "" is the envelope the message came or went in.
  const [shown, setShown] = useState<string>();
  const showsXml = shown !== undefined;
  const moment = (value?: string) => value && shortDateTime(value, language);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={showsXml ? 'xl' : 'lg'}
      title={message.title ?? t(`smev.operation.${message.operation}`)}
    >
      <Stack gap="sm">
        <LabelledValues
          items={[
            { label: t('smev.state'), value: <MessageState state={message.state} /> },
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
        <ResolutionForm message={message} />
        <MessageDetails id={message.id} onEnvelope={setShown} />
        {showsXml ? (
          <Suspense fallback={<RoutePending />}>
            <XmlView message={message} envelope={shown || undefined} />
          </Suspense>
        ) : (
          <div>
            <Button
              variant="default"
              leftSection={<Icon path={mdiCodeTags} size={18} />}
              onClick={() => setShown('')}
            >
              {t('smev.showXml')}
            </Button>
          </div>
        )}
      </Stack>
    </Drawer>
  );
}
