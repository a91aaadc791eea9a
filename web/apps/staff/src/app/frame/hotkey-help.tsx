// SPDX-License-Identifier: Apache-2.0
import { Kbd, Modal, Table, Title } from '@mantine/core';
import { Fragment, useEffect, useState } from 'react';
import { type Hotkey, useHotkeyGroups } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';

// The hotkeys of what is on the screen now, the most particular first.
export default function HotkeyHelp({ onClose }: { onClose: () => void }) {
  const t = useT();
  useFocusBack();
  const registered = useHotkeyGroups();
  const groups = new Map<string, Hotkey[]>();
  for (const { title, hotkeys } of [...registered].reverse()) {
    const known = groups.get(title) ?? [];
    const fresh = hotkeys.filter(
      ({ keys, title: words }) => !known.some((one) => one.keys === keys && one.title === words),
    );
    if (hotkeys.length) groups.set(title, [...known, ...fresh]);
  }
  return (
    <Modal opened onClose={onClose} title={t('help.title')}>
      {[...groups].map(([title, hotkeys]) => (
        <section key={title}>
          <Title order={3} mt="sm" mb={4}>
            {title}
          </Title>
          <Table verticalSpacing={4}>
            <Table.Tbody>
              {hotkeys.map((hotkey) => (
                <Table.Tr key={`${hotkey.keys} ${hotkey.title}`}>
                  <Table.Td w="11rem" style={{ whiteSpace: 'nowrap' }}>
                    <Keys keys={hotkey.keys} />
                  </Table.Td>
                  <Table.Td>{hotkey.title}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </Modal>
  );
}

// A key has opened it: whoever was typing goes on in the same field.
function useFocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => (before as HTMLElement | null)?.focus?.(), [before]);
}

const names: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' };

// "mod+K" is one press, "↑ ↓" is a choice of several.
function Keys({ keys }: { keys: string }) {
  return keys.split(' ').map((press) => (
    <Fragment key={press}>
      {press.split('+').map((key, index) => (
        <Fragment key={key}>
          {index > 0 && ' + '}
          <Kbd>{names[key] ?? key}</Kbd>
        </Fragment>
      ))}{' '}
    </Fragment>
  ));
}
