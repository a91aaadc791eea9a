// SPDX-License-Identifier: Apache-2.0
import { Kbd, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLanguage } from '@/lib/language.tsx';
import { HotkeyTable } from '../frame/hotkey-table.tsx';
import { GuideText } from './guide-text.tsx';
import classes from './help.module.css';
import { stemsOf } from './search.ts';
import type { Section } from './tree.ts';

type ChapterProps = {
  chapter: Section[];
  // The section that was asked for: the page stands there.
  section: Section;
  query: string;
  // Nothing was asked for yet: the keys stand above.
  isOpening: boolean;
  onPage: (page: string) => void;
};

export function Chapter({ chapter, section, query, isOpening, onPage }: ChapterProps) {
  const { t, language } = useLanguage();
  const page = useRef<HTMLElement>(null);
  const stems = stemsOf(query);
  useEffect(() => {
    const own = page.current?.querySelector(`[data-section="${section.id}"]`);
    const place = (query && own?.querySelector('mark')) || own;
    if (!isOpening) place?.scrollIntoView({ block: 'start' });
  }, [section, query, isOpening]);
  return (
    <article
      ref={page}
      className={classes.chapter}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard
      tabIndex={0}
      data-autofocus
      aria-label={section.title}
    >
      <details className={classes.keys}>
        <summary>
          {t('help.keys')} <Kbd>?</Kbd>
        </summary>
        <HotkeyTable />
      </details>
      {language !== 'ru' && <p>{t('help.russianOnly')}</p>}
      <div lang="ru" className={classes.text}>
        {chapter.map((one) => (
          <section key={one.id} data-section={one.id}>
            <Title order={one.level > 2 ? 4 : 3}>{one.title}</Title>
            <GuideText blocks={one.blocks} stems={stems} onPage={onPage} />
          </section>
        ))}
      </div>
    </article>
  );
}
