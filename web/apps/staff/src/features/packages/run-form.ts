// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, take } from '@okno/api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAutosave } from '@/lib/autosave.ts';
import { type Run, runQuery, useRunChanged } from './runs.ts';

type Part = { courier?: string; package_ids?: string[] };

function idsOf({ items }: Run) {
  return items.map(({ id }) => id).sort();
}

// Who goes and with what, saved as it is typed and marked.
export function useRunForm(run: Run) {
  const { id } = run;
  const queries = useQueryClient();
  const changed = useRunChanged();
  const query = runQuery(id);
  const saving = useAutosave<Part, Run>({
    name: `courier-run.${id}`,
    current: run,
    partOf: (current) => ({ courier: current.courier, package_ids: idsOf(current) }),
    merge: (before, part) => ({ ...before, ...part }),
    send: async ({ courier, package_ids }, seen) => {
      const known = await queries.ensureQueryData(query);
      // One that a colleague has taken back to work is not ready any more.
      const ready = new Set([...known.items, ...known.others].map((one) => one.id));
      const answer = await take(
        api.PUT('/api/v1/courier-runs/{id}', {
          params: { path: { id }, header: { 'If-Match': ifMatch(seen) } },
          body: {
            courier: courier ?? known.courier,
            package_ids: (package_ids ?? idsOf(known)).filter((one) => ready.has(one)),
          },
        }),
      );
      changed(answer);
      return answer;
    },
    reload: () => queries.fetchQuery({ ...query, staleTime: 0 }),
  });
  const [typed, setTyped] = useState<Part>(saving.initial);
  const [revision, setRevision] = useState(saving.revision);
  if (revision !== saving.revision) {
    setRevision(saving.revision);
    setTyped(saving.initial);
  }
  const put = (part: Part) => {
    setTyped((before) => ({ ...before, ...part }));
    saving.change(part);
  };
  const ids = new Set(typed.package_ids ?? idsOf(run));
  return {
    courier: typed.courier ?? run.courier,
    rename: (courier: string) => put({ courier }),
    ids,
    choose: (one: string, goes: boolean) => {
      const next = new Set(ids);
      if (goes) next.add(one);
      else next.delete(one);
      put({ package_ids: [...next].sort() });
    },
    saving,
  };
}
