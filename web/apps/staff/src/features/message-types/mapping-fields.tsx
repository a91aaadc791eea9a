// SPDX-License-Identifier: Apache-2.0
import { Group, Select, Text, TextInput } from '@mantine/core';
import { type PlainKey, useT } from '@/lib/language.tsx';
import type { FieldPanelProps } from './field-panel.tsx';
import { PairsField } from './pairs-field.tsx';
import { applicationPaths, cardPaths, centerPaths, formPath } from './paths.ts';
import type { Word } from './words.ts';

// Both ways between the message and the applicant's card and the application. Rows have no place there.
export function MappingFields(props: FieldPanelProps) {
  const t = useT();
  const { side, line, word, onChange } = props;
  if (line.inRows) {
    return (
      <Text size="sm" c="dimmed">
        {t('types.inRows')}
      </Text>
    );
  }
  const mapped = side === 'request' ? word.prefill !== undefined : Boolean(word.card);
  return (
    <>
      {side === 'request' ? <Prefill {...props} /> : <Card {...props} />}
      {(mapped || word.values) && (
        <PairsField
          label={t('types.values')}
          description={t('types.values.hint')}
          pairs={word.values}
          onChange={(values) => onChange({ values })}
        />
      )}
    </>
  );
}

function useOptions() {
  const t = useT();
  return (paths: Record<string, PlainKey>) =>
    Object.entries(paths).map(([value, title]) => ({ value, label: t(title) }));
}

function pathOf(prefill: Word['prefill']) {
  return Array.isArray(prefill) ? prefill.join(', ') : typeof prefill === 'string' ? prefill : '';
}

function Prefill({ word, readOnly, onChange }: FieldPanelProps) {
  const t = useT();
  const options = useOptions();
  const path = pathOf(word.prefill);
  const ofForm = path.startsWith(formPath) && !path.includes(', ');
  const known = { ...cardPaths, ...applicationPaths, ...centerPaths };
  const other = path && !ofForm && !(path in known) ? [{ value: path, label: path }] : [];
  return (
    <Group grow align="flex-start">
      <Select
        label={t('types.prefill')}
        description={t('types.prefill.hint')}
        placeholder={t('types.prefill.none')}
        data={[
          ...other,
          { group: t('types.path.card'), items: options(cardPaths) },
          {
            group: t('types.path.application'),
            items: [
              ...options(applicationPaths),
              { value: formPath, label: t('types.path.formField') },
            ],
          },
          { group: t('types.path.center'), items: options(centerPaths) },
        ]}
        value={ofForm ? formPath : path || null}
        searchable
        clearable
        readOnly={readOnly}
        onChange={(value) => value !== path && onChange({ prefill: value ?? undefined })}
      />
      {ofForm && (
        <TextInput
          label={t('types.path.formField')}
          description={t('types.path.formField.hint')}
          value={path.slice(formPath.length)}
          onChange={(event) => onChange({ prefill: formPath + event.currentTarget.value.trim() })}
        />
      )}
    </Group>
  );
}

function Card({ word, readOnly, onChange }: FieldPanelProps) {
  const t = useT();
  const options = useOptions();
  return (
    <Select
      label={t('types.card')}
      description={t('types.card.hint')}
      placeholder={t('types.card.none')}
      data={options(cardPaths)}
      value={word.card ?? null}
      searchable
      clearable
      readOnly={readOnly}
      onChange={(value) => onChange({ card: value ?? undefined })}
    />
  );
}
