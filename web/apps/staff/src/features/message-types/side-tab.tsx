// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import type { FormSchema } from '@okno/forms-core/schema';
import { useMemo, useState } from 'react';
import { useLanguage } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Section } from '@/ui/section.tsx';
import { FieldPanel } from './field-panel.tsx';
import classes from './message-types.module.css';
import { Notes } from './notes.tsx';
import { outlineOf } from './outline.ts';
import { OutlineList } from './outline-list.tsx';
import { PreviewSection } from './preview-section.tsx';
import { shownForm } from './shown-form.ts';
import type { Seen, Side } from './version.ts';
import { moved, type Words, withWord, wordsOf } from './words.ts';

type SideTabProps = {
  seen: Seen;
  side: Side;
  words: Words;
  onChange: (words: Words) => void;
  readOnly: boolean;
};

export function SideTab(props: SideTabProps) {
  const { t } = useLanguage();
  const { request_form, response_form } = props.seen.type;
  const form = props.side === 'request' ? request_form : response_form;
  if (!form) {
    return (
      <div className={classes.parts}>
        <Notice tone="wait" title={t('types.noForm')}>
          <Text size="sm">{t('types.noForm.text')}</Text>
        </Notice>
      </div>
    );
  }
  // The server makes only what docs/forms.md describes.
  return <Fields {...props} form={form as unknown as FormSchema} />;
}

// Left the fields, right what is said about the chosen one, below what becomes of it.
function Fields({
  seen,
  side,
  words,
  onChange,
  readOnly,
  form,
}: SideTabProps & { form: FormSchema }) {
  const { t, language } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const saved = useMemo(() => wordsOf(seen.type[side]), [seen, side]);
  const lines = useMemo(
    () => outlineOf(form, words, language, saved),
    [form, words, language, saved],
  );
  const shown = useMemo(() => shownForm(form, words), [form, words]);
  const line = lines.find(({ path }) => path === chosen) ?? lines[0];
  return (
    <div className={classes.parts}>
      <div className={classes.fields}>
        <div className={classes.list}>
          <Section title={t('types.fields')}>
            <OutlineList
              label={t('types.fields')}
              lines={lines}
              chosen={line}
              onChoose={setChosen}
              onMove={
                readOnly
                  ? undefined
                  : ({ path, group, names, name }, step) => {
                      setChosen(path);
                      onChange(moved(words, group, names, { name, step }));
                    }
              }
            />
          </Section>
        </div>
        {line && (
          <FieldPanel
            key={line.path}
            side={side}
            line={line}
            word={words.fields[line.path] ?? {}}
            readOnly={readOnly}
            onChange={(change) => {
              setChosen(line.path);
              onChange(withWord(words, line.path, change));
            }}
          />
        )}
      </div>
      <Notes notes={seen.type.notes.filter((note) => (note.side ?? side) === side)} />
      <PreviewSection seen={seen} side={side} form={shown} />
    </div>
  );
}
