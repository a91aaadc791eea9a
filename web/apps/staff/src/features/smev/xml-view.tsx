// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Loader } from '@mantine/core';
import { mdiDownload } from '@mdi/js';
import { fetchFile, saveFile } from '@okno/api/download';
import { useQuery } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { type XmlLine, xmlLines } from '@/lib/xml-lines.ts';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { type SmevMessage, xmlUrl } from './messages.ts';
import classes from './smev-page.module.css';

export default function XmlView({ message }: { message: SmevMessage }) {
  const t = useT();
  const xml = useQuery({
    queryKey: ['smev-message-xml', message.id],
    queryFn: async ({ signal }) => {
      const blob = await fetchFile(xmlUrl(message.id), signal);
      return { blob, lines: xmlLines(await blob.text()) };
    },
    gcTime: 0,
  });
  if (xml.isPending) return <Loader size="sm" aria-label={t('state.loading')} />;
  if (xml.error) return <ProblemAlert error={xml.error} onRetry={() => void xml.refetch()} />;
  return (
    <section aria-label={t('smev.xml')}>
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <pre className={classes.xml} tabIndex={0}>
        {xml.data.lines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </pre>
    </section>
  );
}

function Line({ line }: { line: XmlLine }) {
  const t = useT();
  return (
    <div style={{ paddingLeft: `${line.depth * 1.25}rem` }}>
      {line.parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never move
        <span key={index} className={classes[part.kind]}>
          {part.text}
        </span>
      ))}
      {line.folded > 0 && (
        <span className={classes.folded}> {t('smev.folded', { count: line.folded })}</span>
      )}
    </div>
  );
}
