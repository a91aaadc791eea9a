// SPDX-License-Identifier: Apache-2.0
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';

// The grid takes these keys itself when it has the focus; here they are only told about.
export function useGridKeyHelp(selectable: boolean) {
  const t = useT();
  const told = (keys: string, title: string) => ({
    keys,
    title,
    enabled: false,
    run: () => undefined,
  });
  useHotkeys(t('hotkeys.list'), [
    told('↑ ↓ PgUp PgDn Home End', t('hotkeys.moveRow')),
    told('Enter', t('hotkeys.openRow')),
    ...(selectable ? [told('Space', t('hotkeys.selectRow'))] : []),
  ]);
}
