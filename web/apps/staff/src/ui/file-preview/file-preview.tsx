// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Loader, Modal, Text } from '@mantine/core';
import { mdiDownload } from '@mdi/js';
import { fetchFile, saveFile } from '@okno/api/download';
import { useQuery } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { Icon } from '../icon.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { ImageView } from './image-view.tsx';
import { PdfView } from './pdf-view.tsx';
import { TextView } from './text-view.tsx';

type PreviewedFile = { url: string; name: string; title?: string };
type FilePreviewProps = { file: PreviewedFile; onClose: () => void };

export default function FilePreview({ file, onClose }: FilePreviewProps) {
  const t = useT();
  const bytes = useQuery({
    queryKey: ['file', file.url],
    queryFn: ({ signal }) => fetchFile(file.url, signal),
    // Scans are large; nothing keeps them once the window is closed.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const name = file.title || file.name;
  return (
    <Modal opened onClose={onClose} title={name} size="56rem">
      {bytes.isPending && (
        <Group justify="center" p="xl">
          <Loader size="sm" aria-label={t('state.loading')} />
        </Group>
      )}
      <ProblemAlert error={bytes.error} onRetry={() => void bytes.refetch()} />
      {bytes.data && <View blob={bytes.data} name={name} />}
      {bytes.data && (
        <Group justify="flex-end" mt="sm">
          <Button
            variant="default"
            leftSection={<Icon path={mdiDownload} size={18} />}
            onClick={() => saveFile(bytes.data, file.name)}
          >
            {t('action.download')}
          </Button>
        </Group>
      )}
    </Modal>
  );
}

// By what the bytes say they are, not by the name.
function View({ blob, name }: { blob: Blob; name: string }) {
  const t = useT();
  if (blob.type.startsWith('image/')) return <ImageView blob={blob} name={name} />;
  if (blob.type.startsWith('application/pdf')) return <PdfView blob={blob} name={name} />;
  if (blob.type.startsWith('text/plain')) return <TextView blob={blob} />;
  return <Text size="sm">{t('file.noPreview')}</Text>;
}
