// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiCodeTags, mdiRefresh } from '@mdi/js';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { ActionButton } from '@/ui/action-button.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Section } from '@/ui/section.tsx';
import { SignatureLine } from '@/ui/signature-line.tsx';
import { useToast } from '@/ui/toast.tsx';
import { DescribedTable } from './described-table.tsx';
import { actionOf, type Inquiry, useRepeat } from './inquiry.ts';
import { InquiryMenu } from './inquiry-menu.tsx';
import type { FrameParts } from './inquiry-page.tsx';

const SoapDrawer = lazy(() => import('./soap-drawer.tsx'));

type InquirySentProps = { inquiry: Inquiry; frame: (parts: FrameParts) => ReactNode };

// An inquiry that may not be changed any more: what was asked, and what can be done with it.
export function InquirySent({ inquiry, frame }: InquirySentProps) {
  const t = useT();
  const [showsSoap, setShowsSoap] = useState(false);
  return frame({
    actions: (
      <>
        <Button
          variant="default"
          leftSection={<Icon path={mdiCodeTags} size={18} />}
          onClick={() => setShowsSoap(true)}
        >
          {t('inquiry.showSoap')}
        </Button>
        <RepeatButton inquiry={inquiry} />
        <InquiryMenu inquiry={inquiry} />
      </>
    ),
    main: (
      <>
        {inquiry.sent && (
          <Section title={t('inquiry.asked')}>
            <DescribedTable label={t('inquiry.asked')} lines={inquiry.sent} />
            {inquiry.content_signature && (
              <Text size="sm" component="div" mt="xs">
                {t('inquiry.contentSignature')}{' '}
                <SignatureLine verdict={inquiry.content_signature} />
              </Text>
            )}
          </Section>
        )}
        <Suspense>
          {showsSoap && <SoapDrawer inquiry={inquiry} onClose={() => setShowsSoap(false)} />}
        </Suspense>
      </>
    ),
  });
}

function RepeatButton({ inquiry }: { inquiry: Inquiry }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const repeat = useRepeat(inquiry);
  const action = actionOf(inquiry, 'repeat');
  if (!action) return null;
  return (
    <ActionButton
      variant="default"
      leftSection={<Icon path={mdiRefresh} size={18} />}
      allowed={action.allowed}
      whyNot={action.why_not}
      loading={repeat.isPending}
      onClick={() =>
        repeat.mutate(undefined, {
          onSuccess: ({ id }) => void navigate({ to: '/inquiries/$id', params: { id } }),
          onError: toast.failed,
        })
      }
    >
      {t('inquiry.repeat')}
    </ActionButton>
  );
}
