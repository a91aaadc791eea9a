// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { Package, PackageCase } from './packages.ts';
import { useAddCases, usePutOutcome, useRemoveCase } from './steps.ts';

// Takes a case out; the notice about it has the way back, with the outcome that was typed.
export function useTakeOut({ id }: Package) {
  const t = useT();
  const toast = useToast();
  const remove = useRemoveCase(id);
  const add = useAddCases(id);
  const put = usePutOutcome(id);
  return async ({ application_id, number, outcome }: PackageCase) => {
    const back = async () => {
      try {
        await add.mutateAsync({ application_ids: [application_id] });
        if (outcome) await put.mutateAsync({ application_id, outcome });
      } catch (error) {
        toast.failed(error);
      }
    };
    try {
      await remove.mutateAsync(application_id);
      toast.done(t('packages.takenOut', { number }), {
        title: t('action.undo'),
        run: () => void back(),
      });
    } catch (error) {
      toast.failed(error);
    }
  };
}
