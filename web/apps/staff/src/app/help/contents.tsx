// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import classes from './help.module.css';
import { find, marked, stemsOf } from './search.ts';
import type { Section } from './tree.ts';

type ContentsProps = {
  sections: Section[];
  here: Section;
  query: string;
  onOpen: (section: Section) => void;
};

// All headings, or those under which the words were found.
export function Contents({ sections, here, query, onOpen }: ContentsProps) {
  const t = useT();
  const stems = stemsOf(query);
  const found = find(sections, query);
  const items = stems.length ? found : sections.map((section) => ({ section, text: '' }));
  return (
    <>
      <Text size="xs" c="dimmed" role="status">
        {stems.length > 0 && t('help.found', { count: found.length })}
      </Text>
      <ul className={classes.list}>
        {items.map(({ section, text }) => (
          <li key={section.id}>
            <button
              type="button"
              data-level={stems.length ? 1 : section.level}
              aria-current={section === here ? 'true' : undefined}
              onClick={() => onOpen(section)}
            >
              {section.title}
              {text && (
                <small>
                  <Marked text={text} stems={stems} />
                </small>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Marked({ text, stems }: { text: string; stems: string[] }) {
  let at = 0;
  return marked(text, stems).map((piece, index) => {
    at += piece.length;
    return index % 2 === 0 ? piece : <mark key={at}>{piece}</mark>;
  });
}
