// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiBankTransferIn } from '@mdi/js';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { Icon } from '@/ui/icon.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { inquiriesQuery, inquiryTypesQuery } from './inquiries.ts';
import { InquiryStatePill } from './inquiry-state.tsx';

type RequestItemProps = {
  application: string;
  item: { code: string; title: string };
  service: string;
};

// A document of the checklist that is to come from an agency (210-ФЗ art. 7): its inquiry, or «Запросить» where a
// published type brings it.
export function RequestItem({ application, item, service }: RequestItemProps) {
  const t = useT();
  const navigate = useNavigate();
  const types = useQuery(inquiryTypesQuery(service, item.code));
  const made = rowsOf(useInfiniteQuery(inquiriesQuery({ application })).data);
  const inquiry = made.find((row) => row.item === item.code && row.state !== 'cancelled');
  if (inquiry) {
    return (
      <TextLink to="/inquiries/$id" params={{ id: inquiry.id }}>
        <InquiryStatePill state={inquiry.state} />
      </TextLink>
    );
  }
  if (types.isPending) return null;
  if (!types.data?.items.some(({ documents }) => documents?.includes(item.code))) {
    return (
      <Text size="xs" c="dimmed">
        {t('inquiry.noTypeForItem')}
      </Text>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<Icon path={mdiBankTransferIn} size={16} />}
      aria-label={t('inquiry.requestItem', { title: item.title })}
      onClick={() =>
        void navigate({ to: '/inquiries/new', search: { application, item: item.code, service } })
      }
    >
      {t('inquiry.request')}
    </Button>
  );
}
