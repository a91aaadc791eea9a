// SPDX-License-Identifier: Apache-2.0
import { follow, turns } from '@okno/forms-core/follow';
import type { Data } from '@okno/forms-core/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { documentText } from '@/lib/document-text.ts';
import { inRussian } from '@/lib/language.tsx';
import { formOf } from './form-problems.ts';
import { type Applicant, type Application, applicantQuery } from './queries.ts';
import type { useDraft } from './use-draft.ts';

// The form as it is typed and saved. When an answer makes a part of it be about the applicant («Заявитель: мать»), what
// the card says is put there.
export function useTypedForm(application: Application, draft: ReturnType<typeof useDraft>) {
  const queries = useQueryClient();
  const [form, setForm] = useState<Data>(() => draft.initial.form ?? (application.form as Data));
  const latest = useRef(form);
  const put = (next: Data) => {
    latest.current = next;
    setForm(next);
    draft.change({ form: next });
  };
  const type = async (next: Data) => {
    const before = latest.current;
    const schema = formOf(application);
    put(next);
    if (!turns(schema, before, next)) return;
    // Without the card the part is typed by hand.
    const card = await queries
      .fetchQuery(applicantQuery(application.applicant.id))
      .catch(() => undefined);
    if (card) put(follow(schema, before, latest.current, spoken(card)));
  };
  return [form, type] as const;
}

// The document as a form keeps it: in a line.
function spoken(card: Applicant): Data {
  const document = card.identity_document;
  const text = document && documentText(document, inRussian, 'ru').replaceAll('\n', ', ');
  return { ...card, identity_document: text ?? '' } as Data;
}
