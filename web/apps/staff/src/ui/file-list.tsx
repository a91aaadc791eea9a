// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { mdiDownload, mdiEyeOutline, mdiFileDocumentOutline, mdiFileImageOutline } from '@mdi/js';
import { fetchFile, saveFile } from '@okno/api/download';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { fileSize } from '@/lib/format.ts';
import { useLanguage } from '@/lib/language.tsx';
import classes from './file-list.module.css';
import { Icon } from './icon.tsx';
import { SignatureLine } from './signature-line.tsx';
import { useToast } from './toast.tsx';

const FilePreview = lazy(() => import('./file-preview/file-preview.tsx'));

export type ListedFile = {
  id: string;
  name: string;
  title?: string;
  content_type: string;
  size: number;
  signature?: string;
  // Where the bytes are; absent when they are not for the reader.
  url?: string;
};
type OpenFile = ListedFile & { url: string };

const isOpen = (file: ListedFile): file is OpenFile => file.url !== undefined;

function canPreview({ content_type }: OpenFile) {
  return /^(image\/(png|jpeg|gif|webp)|application\/pdf|text\/plain)/.test(content_type);
}

type FileListProps = {
  files: ListedFile[];
  label: string;
  // What else can be done with a file where the list stands.
  action?: (file: ListedFile) => ReactNode;
};

// Files with what can be done with them: look, save.
export function FileList({ files, label, action }: FileListProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const [shown, setShown] = useState<OpenFile>();
  const download = async (file: OpenFile) => {
    try {
      saveFile(await fetchFile(file.url), file.name);
    } catch (error) {
      toast.failed(error);
    }
  };

  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {files.map((file) => (
          <li key={file.id} className={classes.file}>
            <Icon
              path={
                file.content_type.startsWith('image/')
                  ? mdiFileImageOutline
                  : mdiFileDocumentOutline
              }
            />
            <div className={classes.words}>
              <Text size="sm">{file.title || file.name}</Text>
              <Text size="xs" c="dimmed">
                {file.title ? `${file.name} · ` : ''}
                {fileSize(file.size, language)}
              </Text>
              {file.signature && (
                <Text size="xs" component="div">
                  <SignatureLine verdict={file.signature} />
                </Text>
              )}
            </div>
            <Group gap={4} wrap="nowrap">
              {isOpen(file) && canPreview(file) && (
                <Tooltip label={t('action.preview')}>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('file.previewOf', { name: file.title || file.name })}
                    onClick={() => setShown(file)}
                  >
                    <Icon path={mdiEyeOutline} size={18} />
                  </ActionIcon>
                </Tooltip>
              )}
              {isOpen(file) && (
                <Tooltip label={t('action.download')}>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('file.downloadOf', { name: file.title || file.name })}
                    onClick={() => void download(file)}
                  >
                    <Icon path={mdiDownload} size={18} />
                  </ActionIcon>
                </Tooltip>
              )}
              {action?.(file)}
            </Group>
          </li>
        ))}
      </ul>
      <Suspense>
        {shown && <FilePreview file={shown} onClose={() => setShown(undefined)} />}
      </Suspense>
    </>
  );
}
