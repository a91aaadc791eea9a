// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, type Schemas, take } from '@okno/api';
import { rebase } from '@okno/forms-core/rebase';
import type { Data } from '@okno/forms-core/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useAutosave } from '@/lib/autosave.ts';
import { putAnswer } from '@/lib/put-answer.ts';
import { type Mark, marksByItem, marksOf } from './marks.ts';
import { type Application, applicationQuery } from './queries.ts';

// What was typed and the server does not have yet.
export type Unsaved = {
  form?: Data;
  marks?: Mark[];
  consent?: boolean;
  representative?: Schemas['Representative'];
};

export function merge(before: Unsaved, part: Unsaved): Unsaved {
  const marks = new Map(
    [...(before.marks ?? []), ...(part.marks ?? [])].map((mark) => [mark.item, mark]),
  );
  return { ...before, ...part, ...(marks.size > 0 ? { marks: [...marks.values()] } : {}) };
}

function partOf({ form, consent, representative }: Application): Unsaved {
  return { form: form as Data, consent, representative };
}

function piecesOf(of: Unsaved | Application) {
  return marksByItem('checklist' in of ? marksOf(of) : of.marks);
}

// The draft saves itself as it is typed.
export function useDraft(application: Application) {
  const { id } = application;
  const queries = useQueryClient();
  return useAutosave<Unsaved, Application>({
    name: `application.${id}`,
    current: application,
    partOf,
    piecesOf,
    merge,
    rebase: (mine, base, theirs) =>
      mine.form ? { ...mine, form: rebase(mine.form, base.form ?? {}, theirs.form ?? {}) } : mine,
    send: async (part, seen) => {
      const answer: Application = await take(
        api.PUT('/api/v1/applications/{id}/draft', {
          params: { path: { id }, header: { 'If-Match': ifMatch(seen) } },
          body: part as never,
        }),
      );
      await putAnswer(queries, applicationQuery(id).queryKey, answer);
      return answer;
    },
    reload: () => queries.fetchQuery({ ...applicationQuery(id), staleTime: 0 }),
  });
}
