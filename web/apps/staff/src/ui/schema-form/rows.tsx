// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiClose, mdiPlus } from '@mdi/js';
import { type Data, type Field, isObject, pointerTo } from '@okno/forms-core/schema';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from '@/ui/icon.tsx';
import { type FieldProps, Fields } from './field.tsx';
import { descriptionOf, errorText, itemTitleOf, labelOf, useFormState } from './form-context.ts';
import { GroupLegend } from './group-legend.tsx';
import classes from './schema-form.module.css';
import { firstEmpty, stopHere } from './walk.ts';

// Repeated rows («Дети»): each a frame of its own, added below, removed one by one.
export function Rows({ field, pointer, value, required, onChange }: FieldProps) {
  const { begin, errors, idOf, language, readOnly, t } = useFormState();
  const box = useRef<HTMLFieldSetElement>(null);
  const items = field.items;
  if (!items) return null;
  const rows = Array.isArray(value) ? value.map((row) => (isObject(row) ? row : {})) : [];
  const ownTitle = itemTitleOf(field, language);
  const itemTitle = ownTitle ?? t('form.rowItem');
  const error = errors.get(pointer);
  const add = () => {
    begin(pointerTo(pointer, rows.length));
    flushSync(() => put([...rows, defaultsOf(items)]));
    const row = [...(box.current?.querySelectorAll<HTMLElement>(':scope > fieldset') ?? [])].at(-1);
    (row && firstEmpty(row))?.focus();
  };
  const put = (next: Data[]) => onChange(next.length > 0 ? next : undefined);
  return (
    <fieldset className={classes.group} ref={box}>
      <GroupLegend text={labelOf(field, language)} required={required} />
      {descriptionOf(field, language) && (
        <Text size="sm" c="dimmed" mb={6}>
          {descriptionOf(field, language)}
        </Text>
      )}
      {rows.map((row, at) => {
        const title = t('form.row', { title: itemTitle, index: String(at + 1) });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity, and rows are never sorted
          <fieldset key={at} className={classes.row}>
            <legend>{title}</legend>
            <Fields
              schema={items}
              data={row}
              pointer={pointerTo(pointer, at)}
              scope={row}
              onChange={(next) => put(rows.map((old, i) => (i === at ? next : old)))}
            />
            {!readOnly && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                mt={8}
                leftSection={<Icon path={mdiClose} size={14} />}
                onClick={() => put(rows.filter((_, i) => i !== at))}
              >
                {t('form.removeRow', { title })}
              </Button>
            )}
          </fieldset>
        );
      })}
      {error && (
        <Text size="sm" c="red" role="alert">
          {errorText(error, t, field)}
        </Text>
      )}
      {!readOnly && rows.length < (field.maxItems ?? 50) && (
        <Button
          id={idOf(pointer)}
          size="xs"
          variant="default"
          leftSection={<Icon path={mdiPlus} size={16} />}
          {...(required && rows.length === 0 ? stopHere : {})}
          onClick={add}
        >
          {ownTitle ? t('form.addRowOf', { title: ownTitle.toLowerCase() }) : t('form.addRow')}
        </Button>
      )}
    </fieldset>
  );
}

// What a new row begins with, as a new form does.
function defaultsOf(items: Field): Data {
  return Object.fromEntries(
    Object.entries(items.properties ?? {}).flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, field.default]],
    ),
  );
}
