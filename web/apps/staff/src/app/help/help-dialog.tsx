// SPDX-License-Identifier: Apache-2.0

import { sections } from 'virtual:guide';
import { Modal, TextInput } from '@mantine/core';
import { mdiMagnify } from '@mdi/js';
import { useLocation } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useFocusBack } from '@/lib/focus-back.ts';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { Icon } from '@/ui/icon.tsx';
import { Chapter } from './chapter.tsx';
import { chapterAround, sectionFor } from './chapters.ts';
import { Contents } from './contents.tsx';
import classes from './help.module.css';
import { find } from './search.ts';
import type { Section } from './tree.ts';

// The guide over the screen one is on, opened at what tells of it. All of it is in this file: no network is asked.
export default function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  useFocusBack();
  const { roles } = useSession();
  const pathname = useLocation({ select: (location) => location.pathname });
  const [chosen, setChosen] = useState<Section>();
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const section = chosen ?? sectionFor(sections, pathname, roles);
  const chapter = useMemo(() => (section ? chapterAround(sections, section) : []), [section]);
  if (!section) return null;

  const onPage = (page: string) => setChosen(sections.find((one) => one.page === page));
  // Letters are looked for, wherever in the help they are typed.
  const onKeyDown = (event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key);
    if (isLetter && !event.ctrlKey && !event.altKey && !event.metaKey) search.current?.focus();
  };
  const openFirst = () => {
    const first = find(sections, query)[0];
    if (first) setChosen(first.section);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('help.guide')}
      size="72rem"
      classNames={{ body: classes.body }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of all that is inside */}
      <div className={classes.help} onKeyDown={onKeyDown}>
        <nav className={classes.contents} aria-label={t('help.contents')}>
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              openFirst();
            }}
          >
            <TextInput
              ref={search}
              type="search"
              aria-label={t('help.search')}
              placeholder={t('help.search')}
              leftSection={<Icon path={mdiMagnify} size={18} />}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          </form>
          <Contents sections={sections} here={section} query={query} onOpen={setChosen} />
        </nav>
        <Chapter
          chapter={chapter}
          section={section}
          query={query}
          isOpening={!chosen && !query}
          onPage={onPage}
        />
      </div>
    </Modal>
  );
}
