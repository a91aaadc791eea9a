// SPDX-License-Identifier: Apache-2.0
import { Modal } from '@mantine/core';
import { useFocusBack } from '@/lib/focus-back.ts';
import { useT } from '@/lib/language.tsx';
import { HotkeyTable } from './hotkey-table.tsx';

export default function HotkeyHelp({ onClose }: { onClose: () => void }) {
  const t = useT();
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={t('help.title')}>
      <HotkeyTable />
    </Modal>
  );
}
