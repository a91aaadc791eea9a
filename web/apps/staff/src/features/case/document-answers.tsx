// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { shortDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import type { ChecklistItem } from './application.ts';

type Answer = NonNullable<ChecklistItem['answers']>[number];

// What agencies have answered to inquiries for a document: who, when, whose signature; or that there is nothing.
export function DocumentAnswers({ answers }: { answers: Answer[] }) {
  return answers.map((answer) => <DocumentAnswer key={answer.inquiry_id} answer={answer} />);
}

function DocumentAnswer({ answer }: { answer: Answer }) {
  const { t, language } = useLanguage();
  const { inquiry_id: id, number, agency, at, subject, has_data, text } = answer;
  return (
    <Text size="xs" c="dimmed" component="div">
      <div>
        <TextLink to="/inquiries/$id" params={{ id }}>
          {t('case.item.inquiryNumber', { number })}
        </TextLink>
      </div>
      <div>
        {`${agency}, ${shortDate(at, language)}`}
        {!has_data && `: ${text || t('case.item.noData')}`}
      </div>
      {subject && <div>{t('case.item.aboutOther', { name: subject })}</div>}
      {answer.signature && (
        <div>
          <SignatureLine verdict={answer.signature} />
        </div>
      )}
      {answer.personal_signature && (
        <div>
          <SignatureLine verdict={answer.personal_signature} />
        </div>
      )}
    </Text>
  );
}
