// SPDX-License-Identifier: Apache-2.0
import { Text, TextInput } from '@mantine/core';
import { mdiMagnify } from '@mdi/js';
import { type KeyboardEvent, useId, useState } from 'react';
import { useLanguage, useT } from '@/lib/language.tsx';
import { typeWords } from '@/lib/message-type-words.ts';
import { Icon } from '@/ui/icon.tsx';
import classes from './inquiries.module.css';
import type { InquiryType } from './inquiries.ts';

type TypeListProps = { types: InquiryType[]; onChosen: (type: InquiryType) => void };

// Each word typed must be in the title, the description or the agency, in either language.
export function matching(types: InquiryType[], typed: string): InquiryType[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return types.filter((type) => {
    const both = [typeWords(type, 'ru'), typeWords(type, 'en')].flatMap(Object.values);
    const text = [...both, type.name].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

// One box and the list below it: arrows walk, Enter takes.
export function TypeList({ types, onChosen }: TypeListProps) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(types, typed);
  const current = Math.min(at, Math.max(found.length - 1, 0));
  const onKey = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[current];
    if (move !== undefined) setAt(Math.max(0, Math.min(found.length - 1, current + move)));
    else if (event.key === 'Enter' && !event.ctrlKey && chosen) onChosen(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        autoFocus
        label={t('inquiry.what')}
        description={t('inquiry.what.hint')}
        leftSection={<Icon path={mdiMagnify} size={18} />}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found[current] ? `${id}-${current}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id={id} role="listbox" aria-label={t('inquiry.types')} className={classes.types}>
        {found.map((type, index) => (
          <TypeOption
            key={type.name}
            id={`${id}-${index}`}
            type={type}
            selected={index === current}
            onChosen={() => onChosen(type)}
          />
        ))}
      </div>
      {found.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('inquiry.types.none')}
        </Text>
      )}
    </>
  );
}

type TypeOptionProps = { id: string; type: InquiryType; selected: boolean; onChosen: () => void };

function TypeOption({ id, type, selected, onChosen }: TypeOptionProps) {
  const { language } = useLanguage();
  const { title, agency, description } = typeWords(type, language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns this list
    <div
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className={classes.type}
      data-selected={selected || undefined}
      ref={(element) => {
        if (selected) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={onChosen}
    >
      <Text fw={600} size="sm">
        {title}
      </Text>
      <Text size="xs" c="dimmed">
        {agency}
      </Text>
      {description && <Text size="xs">{description}</Text>}
    </div>
  );
}
