// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import type { SaveState } from '@/lib/autosave.ts';
import { timeOfDay } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import classes from './save-note.module.css';

// Where the typed text is: at the server, on its way, or only on this computer.
export function SaveNote({ state }: { state: SaveState }) {
  const { t, language } = useLanguage();
  if (state.kind === 'refused') return <ProblemAlert error={state.error} kept />;
  const text = {
    saved: () =>
      state.kind === 'saved' && state.at
        ? t('save.savedAt', { time: timeOfDay(state.at.toISOString(), language) })
        : '',
    saving: () => t('save.saving'),
    offline: () => t('save.offline'),
    changed: () => t('save.changed'),
  }[state.kind]();
  return (
    <Text
      size="xs"
      c={state.kind === 'offline' || state.kind === 'changed' ? 'orange.9' : 'dimmed'}
      role="status"
      className={classes.saveNote}
    >
      {text}
    </Text>
  );
}
