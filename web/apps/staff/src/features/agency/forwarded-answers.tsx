// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { shortDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import type { Registration } from './registration.ts';

type Answer = NonNullable<Registration['documents'][number]['answers']>[number];

// What others have answered to the center, which asked them for this document (210-ФЗ art. 7).
export function ForwardedAnswers({ answers }: { answers: Answer[] }) {
  return answers.map((answer) => <ForwardedAnswer key={answer.number} answer={answer} />);
}

function ForwardedAnswer({ answer }: { answer: Answer }) {
  const { t, language } = useLanguage();
  const { number, agency, at, subject, has_data, text, signature } = answer;
  return (
    <Text size="xs" c="dimmed" component="div">
      {has_data
        ? t('agency.answered', { number, agency })
        : t('agency.answeredNothing', { number, agency })}
      {at && `, ${shortDate(at, language)}`}
      {!has_data && text && `: ${text}`}
      {subject && <div>{t('agency.answeredAboutOther', { name: subject })}</div>}
      {signature && (
        <div>
          <SignatureLine verdict={signature} />
        </div>
      )}
    </Text>
  );
}
