// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Saving } from '@/lib/autosave.ts';
import { timeOfDay } from '@/lib/dates.ts';
import { useLanguage, useT } from '@/lib/language.tsx';
import { Notice } from './notice.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import classes from './save-note.module.css';

// Where the typed text is: at the server, on its way, or only on this computer.
export function SaveNote({ saving }: { saving: Saving }) {
  const { t, language } = useLanguage();
  const { state } = saving;
  if (state.kind === 'refused') return <ProblemAlert error={state.error} kept />;
  if (state.kind === 'changed') return <Clash saving={saving} />;
  const text = {
    saved: () =>
      state.kind === 'saved' && state.at
        ? t('save.savedAt', { time: timeOfDay(state.at.toISOString(), language) })
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
function Clash({ saving }: { saving: Saving }) {
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
      <Notice ref={box} tone="wait" role="alert" title={t('save.changed')}>
        <Text size="sm" mb="xs">
          {t('save.changed.text')}
        </Text>
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

function isTyping() {
  return /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '');
}
