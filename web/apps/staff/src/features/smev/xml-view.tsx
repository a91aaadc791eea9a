// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Button, Group, Loader } from '@mantine/core';
import { mdiDownload } from '@mdi/js';
import { fetchFile, saveFile } from '@okno/api/download';
import { useQuery } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { XmlText } from '@/ui/xml-text.tsx';
import { type SmevMessage, xmlUrl } from './messages.ts';

type XmlViewProps = { message: SmevMessage; envelope?: string };

export default function XmlView({ message, envelope }: XmlViewProps) {
  const t = useT();
  const xml = useQuery({
    queryKey: ['smev-message-xml', message.id, envelope],
    queryFn: async ({ signal }) => {
      const blob = await fetchFile(xmlUrl(message.id, envelope), signal);
      return { blob, text: await blob.text() };
    },
    gcTime: 0,
  });
  if (xml.isPending) return <Loader size="sm" aria-label={t('state.loading')} />;
  if (xml.error) return <ProblemAlert error={xml.error} onRetry={() => void xml.refetch()} />;
  return (
    <section>
      <Group justify="flex-end" mb="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon path={mdiDownload} size={16} />}
          onClick={() => saveFile(xml.data.blob, `${message.message_id ?? message.id}.xml`)}
        >
          {t('smev.saveXml')}
        </Button>
      </Group>
      <XmlText source={xml.data.text} label={t('smev.xml')} />
    </section>
  );
}
