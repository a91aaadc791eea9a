// SPDX-License-Identifier: Apache-2.0
import { Kbd, Table, Title } from '@mantine/core';
import { Fragment } from 'react';
import { type Hotkey, useHotkeyGroups } from '@/lib/hotkeys.ts';

// The hotkeys of what is on the screen now, the most particular first.
export function HotkeyTable() {
  const registered = useHotkeyGroups();
  const groups = new Map<string, Hotkey[]>();
  for (const { title, hotkeys } of [...registered].reverse()) {
    const known = groups.get(title) ?? [];
    const fresh = hotkeys.filter(
      ({ keys, title: words }) => !known.some((one) => one.keys === keys && one.title === words),
    );
    if (hotkeys.length) groups.set(title, [...known, ...fresh]);
  }
  return [...groups].map(([title, hotkeys]) => (
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
  ));
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
