// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { Package, PackageCase } from './packages.ts';
import { useAddCases, useRemoveCase } from './steps.ts';

// Takes a case out; the notice about it has the way back. `onBack` is called when it has been put in again.
export function useTakeOut({ id }: Package, onBack?: (one: PackageCase) => void) {
  const t = useT();
  const toast = useToast();
  const remove = useRemoveCase(id);
  const add = useAddCases(id);
  return async (one: PackageCase) => {
    const { application_id, number } = one;
    const back = async () => {
      try {
        await add.mutateAsync({ application_ids: [application_id] });
        onBack?.(one);
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
