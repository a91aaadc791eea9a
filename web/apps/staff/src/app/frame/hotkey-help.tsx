// SPDX-License-Identifier: Apache-2.0
import { Kbd, Modal, Table, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useHotkeyGroups } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';

// The hotkeys of what is on the screen now, the most particular first.
export default function HotkeyHelp({ onClose }: { onClose: () => void }) {
  const t = useT();
  const groups = useHotkeyGroups().filter((group) => group.hotkeys.length > 0);
  return (
    <Modal opened onClose={onClose} title={t('help.title')}>
      {[...groups].reverse().map((group) => (
        <section key={group.title}>
          <Title order={3} mt="sm" mb={4}>
            {group.title}
          </Title>
          <Table verticalSpacing={4}>
            <Table.Tbody>
              {group.hotkeys.map((hotkey) => (
                <Table.Tr key={`${hotkey.keys} ${hotkey.title}`}>
                  <Table.Td w="9rem">
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

const names: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' };

function Keys({ keys }: { keys: string }) {
  return keys.split('+').map((key, index) => (
    <Fragment key={key}>
      {index > 0 && ' + '}
      <Kbd>{names[key] ?? key}</Kbd>
    </Fragment>
  ));
}
