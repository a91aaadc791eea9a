// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, FileButton, Group, Input, Text } from '@mantine/core';
import { mdiPaperclip } from '@mdi/js';
import { useId } from 'react';
import { fileSize } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import { Icon } from './icon.tsx';

type FilePickerProps = {
  label: string;
  note?: string;
  files: File[];
  most: number;
  onChange: (files: File[]) => void;
};

// Files that go with a form when it is sent, not before.
export function FilePicker({ label, note, files, most, onChange }: FilePickerProps) {
  const { t, language } = useLanguage();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Input.Label id={id} labelElement="div">
        {label}
      </Input.Label>
      {note && <Input.Description mb={4}>{note}</Input.Description>}
      {files.map((file) => (
        <Group key={`${file.name} ${file.size} ${file.lastModified}`} gap="xs" wrap="nowrap">
          <Icon path={mdiPaperclip} size={16} />
          <Text size="sm" truncate>
            {file.name}
          </Text>
          <Text size="xs" c="dimmed">
            {fileSize(file.size, language)}
          </Text>
          <CloseButton
            size="sm"
            aria-label={t('file.remove', { name: file.name })}
            onClick={() => onChange(files.filter((other) => other !== file))}
          />
        </Group>
      ))}
      {files.length < most && (
        <FileButton multiple onChange={(added) => onChange([...files, ...added].slice(0, most))}>
          {(props) => (
            <Button {...props} size="xs" variant="default" mt={4}>
              {t('file.attach')}
            </Button>
          )}
        </FileButton>
      )}
    </div>
  );
}
