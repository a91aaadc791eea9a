// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { shortDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Differs } from '@/ui/differs.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import type { AskedAgencies, ChecklistItem } from './application.ts';

type DocumentAnswersProps = {
  answers: Answer[];
  persons?: ChecklistItem['persons'];
  differing?: AskedAgencies['differing'];
};
type Answer = NonNullable<ChecklistItem['answers']>[number];

// What agencies have answered to inquiries for a document: who, when, whose signature; or that there is nothing.
export function DocumentAnswers({ answers, persons, differing = [] }: DocumentAnswersProps) {
  return answers.map((answer) => (
    <DocumentAnswer
      key={answer.inquiry_id}
      answer={answer}
      about={wordOf(answer, persons)}
      differs={differing.find(({ id }) => id === answer.inquiry_id)?.differs}
    />
  ));
}

// About somebody whom the document is asked about; about another, which counts by the operator's mark at most.
function wordOf({ subject }: Answer, persons: DocumentAnswersProps['persons']) {
  if (!persons) return 'case.item.aboutOtherMark';
  return persons.some(({ name }) => name === subject) ? 'case.item.about' : 'case.item.aboutOther';
}

type DocumentAnswerProps = {
  answer: Answer;
  about: ReturnType<typeof wordOf>;
  differs?: AskedAgencies['differing'][number]['differs'];
};

function DocumentAnswer({ answer, about, differs }: DocumentAnswerProps) {
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
      {subject && <div>{t(about, { name: subject })}</div>}
      <Differs of={differs} />
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
