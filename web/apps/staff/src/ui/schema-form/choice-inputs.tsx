// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Group, Radio, Select, Stack } from '@mantine/core';
import type { Field } from '@okno/forms-core/schema';
import { choicesOf, useFormState } from './form-context.ts';
import type { TypedProps } from './text-inputs.tsx';
import { stopHere } from './walk.ts';

export function isRadio(field: Field): boolean {
  if (field['x-widget']) return field['x-widget'] === 'radio';
  return (field.enum?.length ?? 0) <= 3;
}

export function SelectField({ field, value, onChange, common }: TypedProps) {
  const { language, t } = useFormState();
  const { onBlur, ...rest } = common;
  const choices = choicesOf(field, language);
  return (
    <Select
      {...rest}
      data={choices}
      // Typed letters choose, too; two or three are seen at a glance.
      searchable={choices.length > 3}
      // Enter takes what the letters have found.
      selectFirstOptionOnChange
      clearable={!common.required}
      // A list that was opened by chance must not lose what was chosen.
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t('form.nothingFound')}
      placeholder={t('form.choose')}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => onChange(next ?? undefined)}
      onBlur={() => onBlur?.(undefined as never)}
      comboboxProps={{ withinPortal: true }}
    />
  );
}

export function RadioField({ field, value, onChange, common }: TypedProps) {
  const { language, t } = useFormState();
  const { onBlur, id, readOnly, ...rest } = common;
  const isFlag = field.type === 'boolean';
  const choices = isFlag
    ? [
        { value: 'true', label: t('form.yes') },
        { value: 'false', label: t('form.no') },
      ]
    : choicesOf(field, language);
  const inLine = choices.every(({ label }) => label.length < 28);
  const Box = inLine ? Group : Stack;
  return (
    <Radio.Group
      {...rest}
      value={value === undefined || value === null ? '' : String(value)}
      onChange={(next) => onChange(isFlag ? next === 'true' : next)}
      onBlur={() => onBlur?.(undefined as never)}
    >
      <Box gap={inLine ? 'md' : 6} mt={4}>
        {choices.map((choice, at) => (
          <Radio
            key={choice.value}
            id={at === 0 ? id : undefined}
            value={choice.value}
            label={choice.label}
            disabled={readOnly}
          />
        ))}
      </Box>
    </Radio.Group>
  );
}

export function CheckField({ field, value, onChange, common }: TypedProps) {
  const mustBeSet = value !== true && (field.const === true || common.required);
  const { id, label, description, error, readOnly, onBlur } = common;
  return (
    <Checkbox
      id={id}
      label={label}
      description={description}
      error={error}
      disabled={readOnly}
      {...(mustBeSet ? stopHere : {})}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked || undefined)}
      onBlur={() => onBlur?.(undefined as never)}
    />
  );
}

export function ManyChoices({ field, value, onChange, common }: TypedProps) {
  const { language } = useFormState();
  const { onBlur, id, readOnly, ...rest } = common;
  const choices = field.items ? choicesOf(field.items, language) : [];
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <Checkbox.Group
      {...rest}
      value={chosen}
      onChange={(next) =>
        onChange(
          next.length > 0
            ? choices.map((choice) => choice.value).filter((one) => next.includes(one))
            : undefined,
        )
      }
      onBlur={() => onBlur?.(undefined as never)}
    >
      <Stack gap={6} mt={4}>
        {choices.map((choice, at) => (
          <Checkbox
            key={choice.value}
            id={at === 0 ? id : undefined}
            value={choice.value}
            label={choice.label}
            disabled={readOnly}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
