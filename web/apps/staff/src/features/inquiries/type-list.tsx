// SPDX-License-Identifier: Apache-2.0
import { Text, TextInput } from '@mantine/core';
import { mdiMagnify } from '@mdi/js';
import { type KeyboardEvent, useId, useState } from 'react';
import { useLanguage, useT } from '@/lib/language.tsx';
import { markOf, useListWalk } from '@/lib/list-walk.ts';
import { typeWords } from '@/lib/message-type-words.ts';
import { Icon } from '@/ui/icon.tsx';
import classes from './inquiries.module.css';
import type { InquiryType } from './inquiries.ts';

type TypeListProps = { types: InquiryType[]; onChosen: (type: InquiryType) => void };

// Each word typed must be in the title, the description or the agency, in either language. Those whose title has most of
// them come first.
export function matching(types: InquiryType[], typed: string): InquiryType[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = types.flatMap((type) => {
    const both = [typeWords(type, 'ru'), typeWords(type, 'en')];
    const all = [...both.flatMap(Object.values), type.name].join(' ').toLowerCase();
    if (!words.every((word) => all.includes(word))) return [];
    const titles = both.map(({ title }) => title.toLowerCase());
    return { type, rank: Math.min(...titles.map((title) => rankIn(title, words))) };
  });
  return found.sort((one, other) => one.rank - other.rank).map(({ type }) => type);
}

// A word at the beginning of a word of the title, before one within it, before one that stands elsewhere.
function rankIn(title: string, words: string[]): number {
  const said = title.split(/[^\p{L}\p{N}]+/u);
  const ranks = words.map((word) => {
    if (said.some((one) => one.startsWith(word))) return 0;
    return title.includes(word) ? 1 : 2;
  });
  return ranks.reduce<number>((sum, rank) => sum + rank, 0);
}

// One box and the list below it: arrows walk, Enter takes.
export function TypeList({ types, onChosen }: TypeListProps) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const found = matching(types, typed);
  const list = useListWalk(found.length);
  const next = found[list.next];
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && next) onChosen(next);
    else if (!list.walk(event.key)) return;
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
        aria-activedescendant={next && `${id}-${list.next}`}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          list.begin();
        }}
        onKeyDown={onKey}
      />
      <div id={id} role="listbox" aria-label={t('inquiry.types')} className={classes.types}>
        {found.map((type, index) => (
          <TypeOption
            key={type.name}
            id={`${id}-${index}`}
            type={type}
            mark={markOf(index, list)}
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

type TypeOptionProps = {
  id: string;
  type: InquiryType;
  mark: ReturnType<typeof markOf>;
  onChosen: () => void;
};

function TypeOption({ id, type, mark, onChosen }: TypeOptionProps) {
  const { language } = useLanguage();
  const { title, agency, description } = typeWords(type, language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns this list
    <div
      id={id}
      role="option"
      aria-selected={mark['data-selected'] ?? false}
      tabIndex={-1}
      className={classes.type}
      {...mark}
      ref={(element) => {
        if (mark['data-selected']) element?.scrollIntoView({ block: 'nearest' });
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
