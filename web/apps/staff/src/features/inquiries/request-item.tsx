// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { mdiBankTransferIn } from '@mdi/js';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { Icon } from '@/ui/icon.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { useToast } from '@/ui/toast.tsx';
import { inquiriesQuery, inquiryTypesQuery } from './inquiries.ts';
import { useBegin } from './inquiry.ts';
import { InquiryStatePill } from './inquiry-state.tsx';

type RequestItemProps = {
  application: string;
  item: { code: string; title: string };
  service: string;
};

// A document of the checklist that is to come from an agency (210-ФЗ art. 7): its inquiries, and «Запросить» where a
// published type brings it. One document may take several: births of two children, a birth and a marriage.
export function RequestItem({ application, item, service }: RequestItemProps) {
  const made = rowsOf(useInfiniteQuery(inquiriesQuery({ application })).data);
  const own = made.filter((row) => row.item === item.code && row.state !== 'cancelled');
  return (
    <Group gap="xs">
      {own.map((inquiry) => (
        <TextLink key={inquiry.id} to="/inquiries/$id" params={{ id: inquiry.id }}>
          <InquiryStatePill inquiry={inquiry} />
        </TextLink>
      ))}
      <Ask application={application} item={item} service={service} again={own.length > 0} />
    </Group>
  );
}

function Ask({ application, item, service, again }: RequestItemProps & { again: boolean }) {
  const t = useT();
  const navigate = useNavigate();
  const toast = useToast();
  const begin = useBegin();
  const types = useQuery(inquiryTypesQuery(service, item.code));
  if (types.isPending) return null;
  const bringing = (types.data?.items ?? []).filter(({ documents }) =>
    documents?.includes(item.code),
  );
  if (bringing.length === 0) {
    if (again) return null;
    return (
      <Text size="xs" c="dimmed">
        {t('inquiry.noTypeForItem')}
      </Text>
    );
  }
  const [only] = bringing.length === 1 ? bringing : [];
  return (
    <Button
      size="compact-sm"
      variant={again ? 'subtle' : 'light'}
      leftSection={<Icon path={mdiBankTransferIn} size={16} />}
      aria-label={t(again ? 'inquiry.requestItem.again' : 'inquiry.requestItem', {
        title: item.title,
      })}
      loading={begin.isPending}
      onClick={() => {
        if (!only) {
          void navigate({
            to: '/inquiries/new',
            search: { application, item: item.code, service },
          });
          return;
        }
        begin.mutate(
          { type: only.name, application_id: application, item: item.code },
          {
            onSuccess: ({ id }) => void navigate({ to: '/inquiries/$id', params: { id } }),
            onError: toast.failed,
          },
        );
      }}
    >
      {t(again ? 'inquiry.request.again' : 'inquiry.request')}
    </Button>
  );
}
