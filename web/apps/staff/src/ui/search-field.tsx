// SPDX-License-Identifier: Apache-2.0
import { CloseButton, TextInput } from '@mantine/core';
import { mdiMagnify } from '@mdi/js';
import { useEffect, useRef, useState } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { Icon } from './icon.tsx';

type SearchFieldProps = {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  width?: string;
};

const typingPauseMs = 250;

// Text that narrows a list: takes effect when the typing pauses, Escape empties it, `/` goes to it.
export function SearchField({ label, placeholder, value, onChange, width }: SearchFieldProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address has changed by itself: back, a reset, another list.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }

  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => {
      setKnown(typed.trim());
      latest.current(typed.trim());
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useHotkeys(t('hotkeys.list'), [
    { keys: '/', title: t('hotkeys.toSearch'), run: () => input.current?.focus() },
  ]);

  return (
    <TextInput
      ref={input}
      size="xs"
      w={width ?? '17rem'}
      aria-label={label}
      placeholder={placeholder}
      leftSection={<Icon path={mdiMagnify} size={16} />}
      rightSection={
        typed && (
          <CloseButton size="xs" aria-label={t('action.clear')} onClick={() => setTyped('')} />
        )
      }
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped('');
      }}
    />
  );
}
