// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { fileKinds, largestFile } from '@/lib/file-limits.ts';
import { useT } from '@/lib/language.tsx';
import type { UploadFile } from '@/lib/uploads.ts';
import { FileDrop } from '@/ui/file-drop.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { CaseDialogProps } from './case-dialog.tsx';
import { useUploadTo } from './documents.ts';

// A document that stands at no line of the checklist.
export function UploadDialog({ application, onClose }: CaseDialogProps) {
  const t = useT();
  const toast = useToast();
  const [title, setTitle] = useState('');
  const send = useUploadTo(application.id, 'other', title.trim());
  const upload = useCallback<UploadFile>(
    async (file, context) => {
      await send(file, context);
      toast.done(t('case.upload.done', { name: file.name }));
    },
    [send, toast, t],
  );
  return (
    <Modal opened onClose={onClose} title={t('case.upload.title')} closeOnClickOutside={false}>
      <Stack gap="sm">
        <TextInput
          label={t('case.upload.name')}
          description={t('case.upload.name.hint')}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <FileDrop
          label={t('case.upload.file')}
          accept={fileKinds}
          maxBytes={largestFile}
          upload={upload}
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
