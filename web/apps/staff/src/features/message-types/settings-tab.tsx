// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { fileSize } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import { ColumnsLayout } from '@/ui/columns-layout.tsx';
import { Section } from '@/ui/section.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { Settings } from './editor.ts';
import classes from './message-types.module.css';
import { kinds } from './message-types.ts';
import { type MessageTypeVersion, useSchemaFile } from './version.ts';
import { VersionList } from './version-list.tsx';

type SettingsTabProps = {
  type: MessageTypeVersion;
  settings: Settings;
  onChange: (settings: Settings) => void;
  readOnly: boolean;
};

export function SettingsTab(props: SettingsTabProps) {
  const { type } = props;
  return (
    <div className={classes.parts}>
      <ColumnsLayout
        main={
          <div className={props.readOnly ? classes.readOnly : undefined}>
            <SettingsForm {...props} />
          </div>
        }
        aside={
          <>
            <VersionList current={type} />
            <SchemaFiles type={type} />
          </>
        }
      />
    </div>
  );
}

function SettingsForm({ type, settings, onChange, readOnly }: SettingsTabProps) {
  const { t } = useLanguage();
  const set = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  const { agency } = settings;
  return (
    <Section title={t('types.tab.settings')}>
      <Stack gap="sm">
        <TextInput
          label={t('types.title')}
          value={settings.title}
          maxLength={300}
          readOnly={readOnly}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t('types.description')}
          description={t('types.description.hint')}
          value={settings.description}
          autosize
          minRows={2}
          readOnly={readOnly}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('types.agency')}
            required
            value={agency.name}
            readOnly={readOnly}
            onChange={(event) => set({ agency: { ...agency, name: event.currentTarget.value } })}
          />
          <TextInput
            label={t('types.agencyCode')}
            required
            value={agency.code}
            readOnly={readOnly}
            onChange={(event) => set({ agency: { ...agency, code: event.currentTarget.value } })}
          />
        </Group>
        <Select
          label={t('types.kind')}
          data={kinds.map((value) => ({ value, label: t(`types.kind.${value}`) }))}
          value={settings.kind}
          allowDeselect={false}
          readOnly={readOnly}
          onChange={(kind) => kind && set({ kind: kind as Settings['kind'] })}
        />
        <TagsInput
          label={t('types.documents')}
          description={t('types.documents.hint')}
          value={settings.documents}
          splitChars={[',', ' ']}
          readOnly={readOnly}
          onChange={(documents) => set({ documents })}
        />
        <Checkbox
          label={t('types.personalSignature')}
          description={t('types.personalSignature.hint')}
          checked={settings.personal_signature}
          disabled={readOnly}
          onChange={(event) => set({ personal_signature: event.currentTarget.checked })}
        />
        <Roots type={type} settings={settings} set={set} readOnly={readOnly} />
        <English settings={settings} set={set} readOnly={readOnly} />
      </Stack>
    </Section>
  );
}

// What the English interface says; the Russian words stand in for what is empty.
function English({ settings, set, readOnly }: Omit<RootsProps, 'type'>) {
  const { t } = useLanguage();
  const { agency } = settings;
  return (
    <Fieldset legend={t('types.english')}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            label={t('types.title')}
            value={settings.title_en}
            maxLength={300}
            readOnly={readOnly}
            onChange={(event) => set({ title_en: event.currentTarget.value })}
          />
          <TextInput
            label={t('types.agency')}
            value={agency.name_en}
            readOnly={readOnly}
            onChange={(event) => set({ agency: { ...agency, name_en: event.currentTarget.value } })}
          />
        </Group>
        <Textarea
          label={t('types.description')}
          value={settings.description_en}
          autosize
          minRows={1}
          readOnly={readOnly}
          onChange={(event) => set({ description_en: event.currentTarget.value })}
        />
      </Stack>
    </Fieldset>
  );
}

type RootsProps = {
  type: MessageTypeVersion;
  settings: Settings;
  set: (part: Partial<Settings>) => void;
  readOnly: boolean;
};

// Both roots are of one namespace: choosing another root brings its namespace along.
function Roots({ type, settings, set, readOnly }: RootsProps) {
  const { t } = useLanguage();
  const several = new Set(type.roots.map((root) => root.namespace)).size > 1;
  const options = type.roots.map(({ namespace, name, title }) => ({
    value: `${namespace} ${name}`,
    label: [name, title, several && namespace].filter(Boolean).join(' · '),
  }));
  return (['request_root', 'response_root'] as const).map((root) => (
    <Select
      key={root}
      label={t(`types.${root}`)}
      placeholder={t('types.chooseRoot')}
      data={options}
      value={settings[root] ? `${settings.namespace} ${settings[root]}` : null}
      searchable
      allowDeselect={false}
      readOnly={readOnly}
      onChange={(value) => {
        const [namespace, name] = (value ?? '').split(' ');
        if (namespace && name) set({ namespace, [root]: name });
      }}
    />
  ));
}

function SchemaFiles({ type }: { type: MessageTypeVersion }) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const file = useSchemaFile(type);
  return (
    <Section title={t('types.schemas')}>
      <ul className={classes.plain}>
        {type.files.map(({ name, size }) => (
          <li key={name}>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('types.schema.download', { name })}
              onClick={() => file.mutate(name, { onError: toast.failed })}
            >
              {name}
            </Button>
            <span className={classes.size}>{fileSize(size, language)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
