// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Button, Drawer, Group, Text } from '@mantine/core';
import { mdiDownload } from '@mdi/js';
import { api, take } from '@okno/api';
import { saveFile } from '@okno/api/download';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { fieldTitle } from '@/ui/schema-form/error-summary.tsx';
import { XmlText } from '@/ui/xml-text.tsx';
import type { Inquiry } from './inquiry.ts';
import { schemaOf } from './inquiry-form.ts';

// «P/26/9451» as part of a file's name.
export function soapName({ number, type }: Inquiry) {
  return `${[type, number?.replaceAll('/', '-')].filter(Boolean).join('-')}.xml`;
}

function save(xml: string, name: string) {
  saveFile(new Blob([xml], { type: 'text/xml' }), name);
}

type SoapDrawerProps = { inquiry: Inquiry; onClose: () => void };

// The message that went out; before that, as it would be sent now, which needs no bus.
export default function SoapDrawer({ inquiry, onClose }: SoapDrawerProps) {
  const { t, language } = useLanguage();
  const { id, version } = inquiry;
  const schema = schemaOf(inquiry);
  const soap = useQuery({
    queryKey: ['inquiry-soap', id, version],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/inquiries/{id}/soap', { params: { path: { id } }, signal })),
    gcTime: 0,
    retry: false,
  });
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={t('inquiry.soap')}>
      <Text size="sm" c="dimmed" mb="xs">
        {soap.data &&
          t(soap.data.sent ? 'inquiry.soap.sentHint' : 'inquiry.soap.hint', {
            version: soap.data.version,
          })}
      </Text>
      {soap.isPending && <RoutePending />}
      <ProblemAlert
        error={soap.error}
        onRetry={() => void soap.refetch()}
        nameOf={(pointer) =>
          schema ? fieldTitle(schema, pointer.replace(/^\/form/, ''), language) : pointer
        }
      />
      {soap.data?.unsigned && (
        <Notice tone="wait" title={t('inquiry.soap.unsigned')}>
          <Text size="sm">{soap.data.unsigned}</Text>
        </Notice>
      )}
      {soap.data && (
        <>
          <Group justify="flex-end" my="xs">
            <Button
              size="xs"
              variant="default"
              leftSection={<Icon path={mdiDownload} size={16} />}
              onClick={() => save(soap.data.xml, soapName(inquiry))}
            >
              {t('inquiry.soap.save')}
            </Button>
          </Group>
          <XmlText source={soap.data.xml} label={t('inquiry.soap')} />
        </>
      )}
    </Drawer>
  );
}
