// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, type Schemas, take } from '@okno/api';
import type { Data } from '@okno/forms-core/schema';
import { useQueryClient } from '@tanstack/react-query';
import { useAutosave } from '@/lib/autosave.ts';
import { putAnswer } from '@/lib/put-answer.ts';
import { type Application, applicationQuery } from './queries.ts';

export type Mark = Schemas['ChecklistMark'];
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

// The draft saves itself as it is typed.
export function useDraft({ id, version }: Application) {
  const queries = useQueryClient();
  return useAutosave<Unsaved>({
    storageKey: `okno.draft.${id}`,
    version,
    merge,
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
