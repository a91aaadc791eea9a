// SPDX-License-Identifier: Apache-2.0
import { mdiPlus } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { ActionButton } from '@/ui/action-button.tsx';
import { Icon } from '@/ui/icon.tsx';
import { NewPackageDialog } from './new-package-dialog.tsx';
import { agenciesQuery, type Direction } from './packages.ts';

// Opens when something waits for a package; else it says what has to happen first.
export function NewPackageButton({ direction }: { direction: Direction }) {
  const t = useT();
  const { branch } = useSession();
  const { data } = useQuery({ ...agenciesQuery(direction), enabled: branch !== undefined });
  const [opened, setOpened] = useState(false);
  const agencies = data?.items ?? [];
  const allowed = branch !== undefined && agencies.length > 0;
  const title = t(`packages.new.${direction}`);
  const whyNot =
    branch === undefined ? t('packages.noBranch') : t(`packages.nothingWaits.${direction}`);
  useHotkeys(t('section.packages'), [
    { keys: 'alt+N', title, run: () => setOpened(true), enabled: allowed },
  ]);
  return (
    <>
      <ActionButton
        allowed={allowed}
        whyNot={data || branch === undefined ? whyNot : undefined}
        leftSection={<Icon path={mdiPlus} size={18} />}
        aria-keyshortcuts="Alt+N"
        onClick={() => setOpened(true)}
      >
        {title}
      </ActionButton>
      {opened && (
        <NewPackageDialog
          direction={direction}
          agencies={agencies}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
}
