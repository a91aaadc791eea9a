// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { shortDateTime } from '@/lib/dates.ts';
import { fileSize } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import { LabelledValues } from '@/ui/labelled-values.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { Section } from '@/ui/section.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import { messageCardQuery, type SmevMessageCard } from './message-card.ts';
import { MessageState } from './message-state.tsx';
import { MessageSubject } from './message-subject.tsx';

type MessageDetailsProps = {
  id: string;
  onEnvelope: (envelope: string) => void;
  onOpen: (id: string) => void;
};

// What only the card knows: each signature, files, decisions and every envelope.
export function MessageDetails({ id, onEnvelope, onOpen }: MessageDetailsProps) {
  const card = useQuery(messageCardQuery(id));
  if (card.isPending) return <RoutePending />;
  if (card.error) return <ProblemAlert error={card.error} onRetry={() => void card.refetch()} />;
  return (
    <>
      <MessageSubject subject={card.data.subject} />
      <Exchange card={card.data} onOpen={onOpen} />
      <Facts card={card.data} />
      <Decisions card={card.data} />
      <Envelopes card={card.data} onEnvelope={onEnvelope} />
    </>
  );
}

// The request of an answer, the answer and the statuses of a request.
function Exchange({ card, onOpen }: { card: SmevMessageCard; onOpen: (id: string) => void }) {
  const { t, language } = useLanguage();
  if (card.exchange.length === 0) return null;
  return (
    <Section title={t('smev.exchange')}>
      {card.exchange.map((other) => (
        <Group key={other.id} gap="xs" justify="space-between" wrap="nowrap">
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => onOpen(other.id)}
          >
            {other.title}
          </Anchor>
          <Group gap="xs" wrap="nowrap">
            <Text size="xs" c="dimmed">
              {shortDateTime(other.created_at, language)}
            </Text>
            <MessageState message={other} />
          </Group>
        </Group>
      ))}
    </Section>
  );
}

function Facts({ card }: { card: SmevMessageCard }) {
  const { t, language } = useLanguage();
  const signatures = card.signatures.map(({ kind, name, sentence }) => ({
    label:
      kind === 'attachment'
        ? t('smev.signature.attachment', { name: name ?? '' })
        : t(`smev.signature.${kind}`),
    value: <SignatureLine verdict={sentence} />,
  }));
  return (
    <LabelledValues
      items={[
        ...signatures,
        { label: t('smev.sender'), value: card.sender },
        { label: t('smev.recipient'), value: card.recipient },
        { label: t('smev.envelopeVersion'), value: card.version },
        { label: t('smev.caseNumber'), value: card.case_number },
        { label: t('smev.transactionCode'), value: card.transaction_code },
        {
          label: t('smev.endOfLife'),
          value: card.end_of_life && shortDateTime(card.end_of_life, language),
        },
        {
          label: t('smev.rejection'),
          value: card.rejections.map(({ description }) => description).join('; '),
        },
        {
          label: t('smev.files'),
          value: card.attachments
            .map(({ name, size }) => `${name}, ${fileSize(size, language)}`)
            .join('; '),
        },
      ]}
    />
  );
}

function Decisions({ card }: { card: SmevMessageCard }) {
  const { t, language } = useLanguage();
  if (card.resolutions.length === 0) return null;
  return (
    <Section title={t('smev.history')}>
      <List size="sm">
        {card.resolutions.map(({ action, reason, by, at }) => (
          <List.Item key={at}>
            {t('smev.decision', {
              action: t(`smev.decide.${action}`),
              reason,
              by,
              when: shortDateTime(at, language),
            })}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function Envelopes({
  card,
  onEnvelope,
}: {
  card: SmevMessageCard;
  onEnvelope: (envelope: string) => void;
}) {
  const { t, language } = useLanguage();
  if (card.envelopes.length === 0) return null;
  return (
    <Section title={t('smev.envelopes')}>
      {card.envelopes.map(({ id, call, direction, at, size }) => (
        <Group key={id} gap="xs" justify="space-between" wrap="nowrap">
          <Button size="compact-sm" variant="subtle" onClick={() => onEnvelope(id)}>
            {t('smev.envelope', { call, when: shortDateTime(at, language) })}
          </Button>
          <Text size="xs" c="dimmed">
            {t(`smev.direction.${direction}`)} · {fileSize(size, language)}
          </Text>
        </Group>
      ))}
    </Section>
  );
}
