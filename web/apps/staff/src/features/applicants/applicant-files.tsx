// SPDX-License-Identifier: Apache-2.0
import { Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileKinds, largestFile } from '@/lib/file-limits.ts';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { FileDrop } from '@/ui/file-drop.tsx';
import { FileList } from '@/ui/file-list.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { Section } from '@/ui/section.tsx';
import { applicantFilesQuery, fileUrl, useUploadToCard } from './files.ts';

// Scans that stay with the person and serve every application.
export function ApplicantFiles({ id }: { id: string }) {
  const t = useT();
  const mayAdd = useRight('applicants.edit');
  const { data, error, refetch } = useQuery(applicantFilesQuery(id));
  const files = data?.items.map((file) => ({ ...file, url: fileUrl(id, file.id) })) ?? [];
  return (
    <Section title={t('card.files')}>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {files.length > 0 && <FileList files={files} label={t('card.files')} />}
      {data && files.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('card.noFiles')}
        </Text>
      )}
      {mayAdd && <NewFile id={id} />}
    </Section>
  );
}

function NewFile({ id }: { id: string }) {
  const t = useT();
  const [title, setTitle] = useState('');
  const upload = useUploadToCard(id, title.trim());
  return (
    <Stack gap="xs" mt="sm">
      <TextInput
        label={t('card.fileTitle')}
        placeholder={t('card.fileTitle.example')}
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <FileDrop
        label={t('card.newFile')}
        accept={fileKinds}
        maxBytes={largestFile}
        upload={upload}
      />
    </Stack>
  );
}
