// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Table, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Saving } from '@/lib/autosave.ts';
import { timeOfDay } from '@/lib/dates.ts';
import { type T, useLanguage, useT } from '@/lib/language.tsx';
import { Notice } from './notice.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import classes from './save-note.module.css';
import type { Difference } from './schema-form/differences.ts';

export type Author = { name: string; isMe: boolean };

type SaveNoteProps = {
  saving: Saving;
  // Of two people's texts: whose the other is, and where they differ.
  by?: Author;
  differences?: Difference[];
  // Nothing was typed yet, and what will be is saved.
  promise?: boolean;
};

// Where the typed text is: at the server, on its way, or only on this computer.
export function SaveNote({ saving, by, differences, promise }: SaveNoteProps) {
  const { t, language } = useLanguage();
  const { state } = saving;
  if (state.kind === 'refused') return <ProblemAlert error={state.error} kept />;
  if (state.kind === 'changed') return <Clash saving={saving} by={by} differences={differences} />;
  const text = {
    saved: () =>
      state.kind === 'saved' && state.at
        ? t('save.savedAt', { time: timeOfDay(state.at.toISOString(), language) })
        : promise
          ? t('save.itself')
          : '',
    saving: () => t('save.saving'),
    offline: () => t('save.offline'),
  }[state.kind]();
  return (
    <Text
      size="xs"
      c={state.kind === 'offline' ? 'orange.9' : 'dimmed'}
      role="status"
      className={classes.saveNote}
    >
      {text}
    </Text>
  );
}

// How long a person has to be still before the focus is taken away: letters typed meanwhile must not be lost.
const stillMs = 800;

// Stays in sight wherever the page is scrolled to, and takes the focus as soon as nobody is typing.
function Clash({ saving, by, differences = [] }: SaveNoteProps) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer = setTimeout(come, isTyping() ? stillMs : 0);
    function come() {
      stop();
      box.current?.focus();
    }
    function wait() {
      clearTimeout(timer);
      timer = setTimeout(come, stillMs);
    }
    function stop() {
      clearTimeout(timer);
      window.removeEventListener('keydown', wait, true);
    }
    window.addEventListener('keydown', wait, true);
    return stop;
  }, []);
  return (
    <div className={classes.clash}>
      <Notice ref={box} tone="wait" role="alert" title={titleOf(by, t)}>
        <Text size="sm" mb="xs">
          {t('save.changed.text')}
        </Text>
        {differences.length > 0 && <Differences items={differences} />}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={saving.takeTheirs}>
            {t('save.changed.theirs')}
          </Button>
          <Button size="xs" variant="default" onClick={saving.keepMine}>
            {t('save.changed.mine')}
          </Button>
        </Group>
      </Notice>
    </div>
  );
}

function Differences({ items }: { items: Difference[] }) {
  const t = useT();
  return (
    <div className={classes.differences}>
      <Table fz="sm" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('save.changed.field')}</Table.Th>
            <Table.Th>{t('save.changed.here')}</Table.Th>
            <Table.Th>{t('save.changed.there')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ pointer, title, mine, theirs }) => (
            <Table.Tr key={pointer}>
              <Table.Td>{title}</Table.Td>
              <Table.Td>{mine ?? t('save.changed.empty')}</Table.Td>
              <Table.Td>{theirs ?? t('save.changed.empty')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        {t('save.changed.mine.text')}
      </Text>
    </div>
  );
}

function titleOf(by: Author | undefined, t: T) {
  if (!by) return t('save.changed');
  return by.isMe ? t('save.changedByMe') : t('save.changedBy', { name: by.name });
}

function isTyping() {
  return /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '');
}
