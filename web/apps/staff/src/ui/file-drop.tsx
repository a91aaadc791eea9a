// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Progress, Text } from '@mantine/core';
import { mdiClose, mdiUpload } from '@mdi/js';
import { type DragEvent, useId, useRef, useState } from 'react';
import { fileSize } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import { maySucceedAgain, type Upload, type UploadFile, useUploads } from '@/lib/uploads.ts';
import classes from './file-drop.module.css';
import { Icon } from './icon.tsx';
import { ProblemAlert } from './problem-alert.tsx';

type FileDropProps = {
  // What the file is: «Скан паспорта».
  label: string;
  upload: UploadFile;
  accept?: string;
  multiple?: boolean;
  maxBytes?: number;
  keepAs?: string;
  // One line in a checklist instead of a box.
  compact?: boolean;
  disabled?: boolean;
  // A second line: formats and sizes.
  note?: string;
};

// Files are chosen or dropped, sent one after another, with progress and the right to cancel.
export function FileDrop({ label, upload, compact, disabled, note, ...rest }: FileDropProps) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const [isOver, setOver] = useState(false);
  const { uploads, add, cancel, dismiss, repeat } = useUploads(upload, rest);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) add([...event.dataTransfer.files].slice(0, rest.multiple ? undefined : 1));
  };

  return (
    <div className={compact ? classes.compact : undefined}>
      <div
        role="group"
        aria-label={label}
        className={compact ? classes.line : classes.box}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id={inputId}
          type="file"
          className={classes.input}
          aria-label={label}
          accept={rest.accept}
          multiple={rest.multiple}
          disabled={disabled}
          tabIndex={-1}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <Button
          size={compact ? 'xs' : 'sm'}
          variant={compact ? 'subtle' : 'default'}
          leftSection={<Icon path={mdiUpload} size={16} />}
          disabled={disabled}
          flex="none"
          onClick={() => input.current?.click()}
          aria-label={compact ? `${t('file.choose')}: ${label}` : undefined}
        >
          {t('file.choose')}
        </Button>
        {!compact && (
          <Text size="sm" c="dimmed">
            {note ?? t('file.orDrop')}
          </Text>
        )}
      </div>
      {uploads.map((item) => (
        <UploadLine
          key={item.key}
          item={item}
          onCancel={() => cancel(item.key)}
          onDismiss={() => dismiss(item.key)}
          onRepeat={() => repeat(item.key)}
        />
      ))}
    </div>
  );
}

type UploadLineProps = {
  item: Upload;
  onCancel: () => void;
  onDismiss: () => void;
  onRepeat: () => void;
};

function UploadLine({ item, onCancel, onDismiss, onRepeat }: UploadLineProps) {
  const { t, language } = useLanguage();
  if (item.error !== undefined) {
    return (
      <div className={classes.failed}>
        <Text size="sm" fw={600}>
          {item.file.name}
        </Text>
        <ProblemAlert
          error={item.error}
          onRetry={maySucceedAgain(item.error) ? onRepeat : undefined}
        />
        <Button size="compact-sm" variant="subtle" onClick={onDismiss}>
          {t('file.dismiss')}
        </Button>
      </div>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap" className={classes.progress}>
      <Text size="sm" truncate flex={1}>
        {item.file.name}
      </Text>
      <Text size="xs" c="dimmed">
        {fileSize(item.file.size, language)}
      </Text>
      <Progress
        flex={1}
        value={item.share * 100}
        aria-label={t('file.progress', { name: item.file.name })}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Icon path={mdiClose} size={14} />}
        onClick={onCancel}
      >
        {t('action.cancel')}
      </Button>
    </Group>
  );
}
