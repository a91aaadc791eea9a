// SPDX-License-Identifier: Apache-2.0
import { mdiPlus } from '@mdi/js';
import { useNavigate } from '@tanstack/react-router';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { ActionButton } from '@/ui/action-button.tsx';
import { Icon } from '@/ui/icon.tsx';
import { useToast } from '@/ui/toast.tsx';
import { useCreateRun } from './runs.ts';

// A courier's run with everything that is ready; whom it goes to and what stays is put right on its page.
export function NewRunButton() {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const create = useCreateRun();
  const { branch } = useSession();
  const run = () => {
    if (create.isPending) return;
    create.mutate(undefined, {
      onSuccess: ({ id }) => void navigate({ to: '/courier-runs/$id', params: { id } }),
      onError: toast.failed,
    });
  };
  useHotkeys(t('section.packages'), [
    { keys: 'alt+N', title: t('packages.run.new'), run, enabled: branch !== undefined },
  ]);
  return (
    <ActionButton
      allowed={branch !== undefined}
      whyNot={t('packages.noBranch')}
      leftSection={<Icon path={mdiPlus} size={18} />}
      loading={create.isPending}
      aria-keyshortcuts="Alt+N"
      onClick={run}
    >
      {t('packages.run.new')}
    </ActionButton>
  );
}
