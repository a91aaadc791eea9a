// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import { Section } from '@/ui/section.tsx';
import { MappingFields } from './mapping-fields.tsx';
import classes from './message-types.module.css';
import type { OutlineLine } from './outline.ts';
import { PairsField } from './pairs-field.tsx';
import type { Side } from './version.ts';
import type { Word } from './words.ts';

export type FieldPanelProps = {
  side: Side;
  line: OutlineLine;
  word: Word;
  readOnly: boolean;
  onChange: (change: Partial<Word>) => void;
};

const widths = ['full', 'half', 'third'] as const;
const widgets = ['textarea', 'radio', 'select'] as const;
const generated = ['uuid', 'now', 'today'] as const;

// Everything that is said about one field.
export function FieldPanel(props: FieldPanelProps) {
  const { side, line, readOnly } = props;
  const isGroup = line.field?.type === 'object' || line.field?.type === 'array';
  return (
    <Section
      title={line.label}
      aside={
        <Text size="xs" c="dimmed">
          {line.path}
        </Text>
      }
    >
      <fieldset
        disabled={readOnly}
        className={readOnly ? classes.readOnly : undefined}
        style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}
      >
        <Stack gap="sm">
          <Wording {...props} />
          {!isGroup && <Look {...props} />}
          <Presence {...props} isGroup={isGroup} />
          {!isGroup && side === 'request' && <Constant {...props} />}
          {!isGroup && <MappingFields {...props} />}
        </Stack>
      </fieldset>
    </Section>
  );
}

function Wording({ line: { field }, word, onChange }: FieldPanelProps) {
  const t = useT();
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={t('types.label')}
          placeholder={field?.title}
          value={word.title ?? ''}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('types.labelEn')}
          value={word.title_en ?? ''}
          onChange={(event) => onChange({ title_en: event.currentTarget.value })}
        />
      </Group>
      <Textarea
        label={t('types.help')}
        placeholder={field?.description}
        value={word.help ?? ''}
        autosize
        minRows={1}
        onChange={(event) => onChange({ help: event.currentTarget.value })}
      />
      <Textarea
        label={t('types.helpEn')}
        value={word.help_en ?? ''}
        autosize
        minRows={1}
        onChange={(event) => onChange({ help_en: event.currentTarget.value })}
      />
    </>
  );
}

function Look({ line: { field }, word, readOnly, onChange }: FieldPanelProps) {
  const t = useT();
  return (
    <>
      <Group grow align="flex-start">
        <Select
          label={t('types.width')}
          placeholder={t('types.asSchema')}
          data={widths.map((value) => ({ value, label: t(`types.width.${value}`) }))}
          value={word.width ?? null}
          clearable
          readOnly={readOnly}
          onChange={(width) => onChange({ width: (width as Word['width']) ?? undefined })}
        />
        <Select
          label={t('types.widget')}
          placeholder={t('types.asSchema')}
          data={widgets.map((value) => ({ value, label: t(`types.widget.${value}`) }))}
          value={word.widget ?? null}
          clearable
          readOnly={readOnly}
          onChange={(widget) => onChange({ widget: (widget as Word['widget']) ?? undefined })}
        />
      </Group>
      {field?.enum && (
        <>
          <PairsField
            label={t('types.titles')}
            description={t('types.titles.hint', { values: field.enum.slice(0, 8).join(', ') })}
            pairs={word.titles}
            onChange={(titles) => onChange({ titles })}
          />
          <PairsField
            label={t('types.titlesEn')}
            description={t('types.titlesEn.hint')}
            pairs={word.titles_en}
            onChange={(titles_en) => onChange({ titles_en })}
          />
        </>
      )}
    </>
  );
}

function Presence({ side, line, word, onChange, isGroup }: FieldPanelProps & { isGroup: boolean }) {
  const t = useT();
  const bySchema = line.requiredBySchema;
  return (
    <Group gap="lg">
      {side === 'request' && (
        <Checkbox
          label={t('types.required')}
          description={bySchema ? t('types.required.bySchema') : undefined}
          checked={bySchema || (word.required ?? false)}
          disabled={bySchema}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
      )}
      <Checkbox
        label={side === 'request' ? t('types.hide') : t('types.hideInTable')}
        checked={word.hidden ?? false}
        onChange={(event) => onChange({ hidden: event.currentTarget.checked })}
      />
      {side === 'response' && !isGroup && (
        <Checkbox
          label={t('types.headline')}
          checked={word.headline ?? false}
          onChange={(event) => onChange({ headline: event.currentTarget.checked })}
        />
      )}
    </Group>
  );
}

function Constant({ word, readOnly, onChange }: FieldPanelProps) {
  const t = useT();
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('types.constant')}
        description={t('types.constant.hint')}
        value={word.constant ?? ''}
        onChange={(event) => onChange({ constant: event.currentTarget.value })}
      />
      <Select
        label={t('types.generated')}
        description={t('types.generated.hint')}
        placeholder={t('types.generated.none')}
        data={generated.map((value) => ({ value, label: t(`types.generated.${value}`) }))}
        value={word.generated ?? null}
        clearable
        readOnly={readOnly}
        onChange={(value) => onChange({ generated: (value as Word['generated']) ?? undefined })}
      />
    </Group>
  );
}
