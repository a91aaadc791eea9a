// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Button, Drawer, Group, Text } from '@mantine/core';
import { mdiDownload } from '@mdi/js';
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
import { soapQuery, useSignSoap } from './soap.ts';
import { SoapSignature } from './soap-signature.tsx';

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
  const schema = schemaOf(inquiry);
  const soap = useQuery(soapQuery(inquiry));
  const sign = useSignSoap(inquiry);
  const shown = sign.data ?? soap.data;
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={t('inquiry.soap')}>
      <Text size="sm" c="dimmed" mb="xs">
        {shown &&
          t(shown.sent ? 'inquiry.soap.sentHint' : 'inquiry.soap.hint', { version: shown.version })}
      </Text>
      {soap.isPending && <RoutePending />}
      <ProblemAlert
        error={soap.error}
        onRetry={() => void soap.refetch()}
        nameOf={(pointer) =>
          schema ? fieldTitle(schema, pointer.replace(/^\/form/, ''), language) : pointer
        }
      />
      {shown?.unsigned && (
        <Notice tone="wait" title={t('inquiry.soap.unsigned')}>
          <Text size="sm">{shown.unsigned}</Text>
        </Notice>
      )}
      {shown && <SoapSignature soap={shown} sign={sign} />}
      {shown && (
        <>
          <Group justify="flex-end" my="xs">
            <Button
              size="xs"
              variant="default"
              leftSection={<Icon path={mdiDownload} size={16} />}
              onClick={() => save(shown.xml, soapName(inquiry))}
            >
              {t('inquiry.soap.save')}
            </Button>
          </Group>
          <XmlText source={shown.xml} label={t('inquiry.soap')} />
        </>
      )}
    </Drawer>
  );
}
