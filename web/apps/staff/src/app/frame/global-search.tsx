// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import '@mantine/spotlight/styles.layer.css';
import { Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { mdiMagnify } from '@mdi/js';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { describeProblem } from '@/lib/problem-text.ts';
import { Icon } from '@/ui/icon.tsx';
import { useSearchGroups } from './search-groups.ts';

// One search over people, applications, registrations and services: what the person's rights allow.
// `opens` counts how often it was asked for: every count opens it again.
// `typedAhead` gives what was typed until the field could take it.
type GlobalSearchProps = { opens: number; typedAhead?: () => string };

export default function GlobalSearch({ opens, typedAhead }: GlobalSearchProps) {
  const t = useT();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 200);
  const { groups, isFetching, error } = useSearchGroups(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another count is another wish to open
  useEffect(() => spotlight.open(), [opens]);
  const isEmpty = groups.every((group) => group.items.length === 0);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      lockScroll={false}
      centered={false}
      yOffset="12vh"
      overlayProps={{ blur: 0 }}
      maxHeight="70vh"
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search.title')}
        leftSection={<Icon path={mdiMagnify} />}
        rightSection={isFetching ? <Loader size="xs" /> : undefined}
        onFocus={() => {
          const typed = typedAhead?.();
          if (typed) setQuery((before) => before + typed);
        }}
        onKeyDown={takeFirst}
      />
      <Spotlight.ActionsList>
        {groups
          .filter((group) => group.items.length > 0)
          .map((group) => (
            <Spotlight.ActionsGroup key={group.title} label={group.title}>
              {group.items.map((item) => (
                <Spotlight.Action
                  key={item.id}
                  label={item.title}
                  description={item.note}
                  leftSection={<Icon path={group.icon} />}
                  onClick={item.open}
                />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        {isEmpty && !isFetching && (
          <Spotlight.Empty>
            {error && describeProblem(error, t).title}
            {!error && (asked.length < 2 ? t('search.hint') : t('search.nothing'))}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

// Enter without a choice takes the first: what arrives after the typing is not chosen by itself.
function takeFirst(event: KeyboardEvent<HTMLInputElement>) {
  const found = event.currentTarget.closest('[role=dialog]');
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  if (found?.querySelector('[data-action][data-selected]')) return;
  found?.querySelector<HTMLElement>('[data-action]')?.click();
}
