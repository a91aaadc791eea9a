// SPDX-License-Identifier: Apache-2.0
import { Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { shortDateTime } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Differs } from '@/ui/differs.tsx';
import { FileList } from '@/ui/file-list.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Section } from '@/ui/section.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import { DescribedTable } from './described-table.tsx';
import classes from './inquiries.module.css';
import { documentUrl, type Inquiry, isWaiting } from './inquiry.ts';
import { headlineOf } from './inquiry-columns.tsx';

// The answer as a table with the verdict on its signature; before it, what is being waited for. `below`: what can be
// done with the answer.
export function AnswerSection({ inquiry, below }: { inquiry: Inquiry; below?: ReactNode }) {
  const { t, language } = useLanguage();
  const { answer, state, documents } = inquiry;
  if (!answer) return <Waiting inquiry={inquiry} />;
  const files = documents.map((file) => ({ ...file, url: documentUrl(inquiry.id, file.id) }));
  return (
    <Section
      title={t('inquiry.answer')}
      aside={
        <Text size="xs" c="dimmed">
          {shortDateTime(answer.at, language)}
        </Text>
      }
    >
      {answer.headline && <p className={classes.headline}>{headlineOf(inquiry)}</p>}
      {!answer.has_data && (
        <Notice tone="info" title={t('inquiry.noData')}>
          {answer.text && <Text size="sm">{answer.text}</Text>}
        </Notice>
      )}
      {answer.table.length > 0 && (
        <DescribedTable label={t('inquiry.answer')} lines={answer.table} />
      )}
      <Differs of={inquiry.differs} />
      {answer.signature && (
        <Text size="sm" component="div" mt="xs">
          <SignatureLine verdict={answer.signature} />
        </Text>
      )}
      {answer.personal_signature && (
        <Text size="sm" component="div">
          {t('inquiry.personalSignature')} <SignatureLine verdict={answer.personal_signature} />
        </Text>
      )}
      {files.length > 0 && <FileList files={files} label={t('inquiry.files')} />}
      {state === 'answered' && below}
    </Section>
  );
}

function Waiting({ inquiry: { state, state_text } }: { inquiry: Inquiry }) {
  const { t } = useLanguage();
  if (state === 'formed') return null;
  const waits = isWaiting(state);
  return (
    <Notice
      role="status"
      tone={waits ? 'info' : state === 'cancelled' ? 'wait' : 'bad'}
      title={t(`inquiry.says.${state}`)}
    >
      {state_text && <Text size="sm">{state_text}</Text>}
      {waits && (
        <Text size="sm" component="div">
          <Loader size={12} mr={6} aria-hidden />
          {t('inquiry.waitHint')}
        </Text>
      )}
    </Notice>
  );
}
