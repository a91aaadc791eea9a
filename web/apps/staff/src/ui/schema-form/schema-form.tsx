// SPDX-License-Identifier: Apache-2.0
import { Title } from '@mantine/core';
import { prune } from '@okno/forms-core/prune';
import {
  type Data,
  type FieldError,
  type FormSchema,
  isObject,
  namesInOrder,
  pointerTo,
  type Section,
  type Value,
} from '@okno/forms-core/schema';
import { validate } from '@okno/forms-core/validate';
import { useId, useMemo, useRef, useState } from 'react';
import { today } from '@/lib/dates.ts';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Fields, isVisible } from './field.tsx';
import { FormContext, type FormState } from './form-context.ts';
import classes from './schema-form.module.css';
import { walk, walkPastChosen } from './walk.ts';

type SchemaFormProps = {
  schema: FormSchema;
  data: Data;
  onChange: (data: Data) => void;
  // All errors at once, after an attempt to file; before it only those of fields that were left. As a number: which
  // attempt it was.
  showAll?: boolean | number;
  // What the server found that the browser can not know.
  serverErrors?: FieldError[];
  readOnly?: boolean;
  // The id of the field at a pointer begins with this.
  idPrefix?: string;
};

const afterClickMs = 250;

export function fieldId(prefix: string, pointer: string) {
  return `${prefix}${pointer.replaceAll('/', '-')}`;
}

// A form from its JSON Schema (docs/forms.md). Hidden fields keep what was typed until the form is sent.
export function SchemaForm(props: SchemaFormProps) {
  const { schema, data, onChange, showAll, serverErrors, readOnly = false } = props;
  const { language, t } = useLanguage();
  const ownId = useId();
  const prefix = props.idPrefix ?? ownId;
  // What is in the form when it is opened has been left already.
  const [touched, setTouched] = useState<ReadonlySet<string>>(() => filledPointers(data));
  const [begun, setBegun] = useState<{ attempt: typeof showAll; rows: string[] }>();
  const pruned = useMemo(() => prune(schema, data), [schema, data]);
  const errors = useMemo(() => {
    const found = [...(serverErrors ?? []), ...validate(schema, data, today())];
    const isNew = (pointer: string) =>
      begun?.attempt === showAll && begun?.rows.some((row) => pointer.startsWith(`${row}/`));
    return new Map(
      found
        .filter(({ pointer }) => (showAll && !isNew(pointer)) || touched.has(pointer))
        .map((error) => [error.pointer, error]),
    );
  }, [schema, data, serverErrors, showAll, touched, begun]);
  const state: FormState = {
    language,
    t,
    errors,
    readOnly,
    // A moment later: an error that appears while the mouse is down would move away what is being clicked.
    touch: (pointer) => {
      setTimeout(
        () =>
          setTouched((before) => (before.has(pointer) ? before : new Set([...before, pointer]))),
        afterClickMs,
      );
    },
    begin: (pointer) =>
      setBegun((before) => ({
        attempt: showAll,
        rows: before?.attempt === showAll ? [...(before?.rows ?? []), pointer] : [pointer],
      })),
    idOf: (pointer) => fieldId(prefix, pointer),
  };
  const box = useRef<HTMLDivElement>(null);
  useHotkeys(t('form.keys'), [
    told('Enter', t('form.keys.next')),
    told('alt+↓', t('form.keys.calendar')),
  ]);
  return (
    <FormContext value={state}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter walks through the fields inside */}
      <div
        ref={box}
        className={classes.form}
        onKeyDownCapture={(event) => walkPastChosen(event, box.current)}
        onKeyDown={(event) => walk(event, box.current)}
      >
        {partsOf(schema).map(({ section, names }) => {
          const visible = names.filter(
            (name) => schema.properties?.[name] && isVisible(schema.properties[name], pruned),
          );
          if (visible.length === 0) return null;
          return (
            <section key={section?.code ?? ''} aria-label={section?.title}>
              {section && (
                <Title order={3} size="h4" mb={6}>
                  {(language === 'en' && section['title-en']) || section.title}
                </Title>
              )}
              <Fields
                schema={schema}
                data={data}
                pointer=""
                scope={pruned}
                names={visible}
                onChange={onChange}
              />
            </section>
          );
        })}
      </div>
    </FormContext>
  );
}

function partsOf(schema: FormSchema): { section?: Section; names: string[] }[] {
  const names = namesInOrder(schema);
  const sections = schema['x-sections'] ?? [];
  const loose = names.filter((name) => !schema.properties?.[name]?.['x-section']);
  const parts = sections.map((section) => ({
    section,
    names: names.filter((name) => schema.properties?.[name]?.['x-section'] === section.code),
  }));
  return loose.length > 0 ? [{ names: loose }, ...parts] : parts;
}

// Fields take these keys themselves; here they are only told about.
function told(keys: string, title: string) {
  return { keys, title, enabled: false, run: () => undefined };
}

function filledPointers(value: Value, pointer = ''): Set<string> {
  if (isObject(value)) {
    const inner = Object.entries(value).flatMap(([name, part]) => [
      ...filledPointers(part, pointerTo(pointer, name)),
    ]);
    return new Set(inner);
  }
  if (value === '' || value === null) return new Set();
  if (!Array.isArray(value)) return new Set([pointer]);
  return new Set(value.flatMap((part, at) => [...filledPointers(part, pointerTo(pointer, at))]));
}
