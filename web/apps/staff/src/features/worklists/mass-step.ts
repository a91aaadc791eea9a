// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';

export type MassResult = { done: number; left: ReadonlySet<string>; failure?: unknown };

// Takes one step of many cases, one after another, tells how far it is and stops on demand. What failed stays selected.
export function useMassStep() {
  const queries = useQueryClient();
  const stopped = useRef(false);
  const [progress, setProgress] = useState<number>();

  const run = useCallback(
    async (ids: ReadonlySet<string>, step: (id: string) => Promise<void>): Promise<MassResult> => {
      const left = new Set(ids);
      let failure: unknown;
      stopped.current = false;
      let tried = 0;
      for (const id of ids) {
        if (stopped.current) break;
        setProgress(tried);
        tried += 1;
        try {
          await step(id);
          left.delete(id);
        } catch (error) {
          failure = error;
        }
      }
      setProgress(undefined);
      void queries.invalidateQueries({ queryKey: ['applications'] });
      void queries.invalidateQueries({ queryKey: ['application-counts'] });
      return { done: ids.size - left.size, left, failure };
    },
    [queries],
  );

  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { progress, run, stop };
}
