// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { upload } from '@okno/api/upload';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import type { UploadFile } from '@/lib/uploads.ts';
import { FileDrop } from '@/ui/file-drop.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { MessageTypeVersion } from './version.ts';

type ImportDialogProps = {
  onClose: () => void;
  onImported: (version: MessageTypeVersion) => void;
};

const largestFile = 4 * 1024 * 1024;

// A set of schemas becomes a draft. What can not be used stays in the dialog with file, line and reason.
export function ImportDialog({ onClose, onImported }: ImportDialogProps) {
  const t = useT();
  const toast = useToast();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [name, setName] = useState('');
  const send: UploadFile = async (file, { signal, idempotencyKey, onProgress }) => {
    const version = await upload<MessageTypeVersion>({
      url: '/api/v1/message-types',
      fields: {
        ...(title.trim() ? { title: title.trim() } : {}),
        ...(name.trim() ? { name: name.trim() } : {}),
        file,
      },
      headers: { 'Idempotency-Key': idempotencyKey },
      signal,
      onProgress,
    });
    await queries.invalidateQueries({ queryKey: ['message-types'] });
    toast.done(t('types.import.done', { title: version.title }));
    onImported(version);
  };
  return (
    <Modal opened onClose={onClose} title={t('types.import')} size="lg" closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm">{t('types.import.text')}</Text>
        <TextInput
          label={t('types.title')}
          description={t('types.import.title')}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={t('types.name')}
          description={t('types.import.name')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <FileDrop
          label={t('types.import.file')}
          accept=".xsd,.zip"
          maxBytes={largestFile}
          upload={send}
          note={t('types.import.note')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
