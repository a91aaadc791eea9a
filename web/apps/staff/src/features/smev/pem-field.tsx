// SPDX-License-Identifier: Apache-2.0
import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { mdiFileKeyOutline } from '@mdi/js';
import { type ChangeEvent, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { type PemKind, pemOf } from './pem.ts';

type PemFieldProps = {
  label: string;
  description?: string;
  required?: boolean;
  kind: PemKind;
  // Several certificates, each chosen file after those before.
  many?: boolean;
  value: string;
  error?: string;
  onChange: (value: string) => void;
};

// A key or a certificate: pasted, or read from the file it came in.
export function PemField({ kind, many = false, value, error, onChange, ...field }: PemFieldProps) {
  const t = useT();
  const [refused, setRefused] = useState<string>();
  const read = async (chosen: File | File[] | null) => {
    const files = [chosen ?? []].flat();
    const texts = await Promise.all(
      files.map(async (file) => pemOf(await file.arrayBuffer(), kind)),
    );
    const wrong = files.find((_, at) => texts[at] === undefined);
    setRefused(wrong?.name);
    const added = texts.filter((text) => text !== undefined).join('');
    if (added) onChange(many && value ? `${value.trimEnd()}\n${added}` : added);
  };
  const type = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setRefused(undefined);
    onChange(event.currentTarget.value);
  };
  return (
    <div>
      <Textarea {...field} rows={3} value={value} error={error} onChange={type} />
      <Group gap="xs" mt={4}>
        <FileButton multiple={many} onChange={(chosen) => void read(chosen)}>
          {(props) => (
            <Button
              {...props}
              size="compact-xs"
              variant="subtle"
              leftSection={<Icon path={mdiFileKeyOutline} size={14} />}
              aria-label={t('smev.field.chooseFile', { field: field.label })}
            >
              {t('smev.field.file')}
            </Button>
          )}
        </FileButton>
        {refused && (
          <Text size="xs" c="var(--okno-bad)" role="alert">
            {t(`smev.field.wrongFile.${kind}`, { name: refused })}
          </Text>
        )}
      </Group>
    </div>
  );
}
