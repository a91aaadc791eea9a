// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { CardComparison } from './card-comparison.tsx';
import type { FillDrawerProps } from './fill-drawer.tsx';
import { type Inquiry, inquiryQuery, isWaiting } from './inquiry.ts';
import { InquiryStatePill } from './inquiry-state.tsx';
import { NewCardValues } from './new-card-values.tsx';
import { isSamePerson, nameOf, type Question } from './question.ts';

type FillProgressProps = FillDrawerProps & { question: Question; onAgain: () => void };

// How far the bus is with the answer.
const shares: Partial<Record<Inquiry['state'], number>> = { ready: 20, sent: 50, accepted: 75 };

export function FillProgress(props: FillProgressProps) {
  const { question, onAgain, onClose } = props;
  const t = useT();
  const query = useQuery(inquiryQuery(question.inquiryId));
  const inquiry = query.data;
  if (!inquiry) {
    return query.error ? (
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <RoutePending />
    );
  }
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <TextLink to="/inquiries/$id" params={{ id: inquiry.id }}>
          {inquiry.number ?? t('inquiry.inquiry')}
        </TextLink>
        <Text size="sm">{inquiry.title}</Text>
        <InquiryStatePill inquiry={inquiry} />
      </Group>
      <Text size="sm">{t('fill.about', { name: nameOf(question.about) })}</Text>
      {isWaiting(inquiry.state) ? (
        <Waits inquiry={inquiry} onClose={onClose} />
      ) : (
        <Outcome {...props} inquiry={inquiry} />
      )}
      {!isWaiting(inquiry.state) && (
        <Group>
          <Button variant="default" size="xs" onClick={onAgain}>
            {t('fill.again')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Waits({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useT();
  return (
    <>
      <Progress
        value={shares[inquiry.state] ?? 10}
        animated
        aria-label={t(`inquiry.says.${inquiry.state}`)}
      />
      <Text size="sm" role="status">
        {t(`inquiry.says.${inquiry.state}`)}. {t('fill.goOn')}
      </Text>
      {inquiry.state_text && <Text size="sm">{inquiry.state_text}</Text>}
      <Group>
        <Button variant="default" onClick={onClose}>
          {t('fill.close')}
        </Button>
      </Group>
    </>
  );
}

function Outcome(props: FillProgressProps & { inquiry: Inquiry }) {
  const { inquiry, person, question } = props;
  const t = useT();
  const [agreed, setAgreed] = useState(false);
  const { answer, state, state_text } = inquiry;
  if (!answer?.has_data) {
    return (
      <Notice
        role="status"
        tone={answer ? 'info' : 'bad'}
        title={answer ? t('inquiry.noData') : t(`inquiry.says.${state}`)}
      >
        <Text size="sm">{answer?.text ?? state_text}</Text>
        <Text size="sm">{t('fill.byHand')}</Text>
      </Notice>
    );
  }
  // Another visitor may stand at the desk by now.
  if (!agreed && !isSamePerson(question.about, person)) {
    return (
      <Notice role="alert" tone="bad" title={t('fill.other', { name: nameOf(question.about) })}>
        <Text size="sm">{t('fill.other.text', { name: nameOf(person) })}</Text>
        <Button mt="xs" size="xs" variant="default" onClick={() => setAgreed(true)}>
          {t('fill.other.show')}
        </Button>
      </Notice>
    );
  }
  return <Answered {...props} />;
}

function Answered(props: FillProgressProps & { inquiry: Inquiry }) {
  const { inquiry, person, onFill, onAsked, onClose } = props;
  const verdict = inquiry.answer?.signature;
  const done = () => {
    onAsked(undefined);
    onClose();
  };
  return (
    <>
      {verdict && (
        <Text size="sm" component="div">
          <SignatureLine verdict={verdict} />
        </Text>
      )}
      {onFill ? (
        <NewCardValues
          id={inquiry.id}
          person={person}
          onFill={(values) => {
            onFill(values);
            done();
          }}
        />
      ) : (
        <CardComparison inquiry={inquiry} onTaken={done} />
      )}
    </>
  );
}
