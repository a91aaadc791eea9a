// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core';
import { mdiBankTransferIn } from '@mdi/js';
import type { Schemas } from '@okno/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { Icon } from '@/ui/icon.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { useToast } from '@/ui/toast.tsx';
import { AskEveryone } from './ask-everyone.tsx';
import { useBringing } from './bringing.ts';
import { type InquiryType, inquiriesQuery } from './inquiries.ts';
import { useBegin } from './inquiry.ts';
import { InquiryStatePill } from './inquiry-state.tsx';

type Person = NonNullable<Schemas['ChecklistItem']['persons']>[number];
type ChecklistItem = Pick<Schemas['ChecklistItem'], 'code' | 'title' | 'persons'>;

type RequestItemProps = {
  application: string;
  item: ChecklistItem;
  service: string;
  // The one of the document's persons to ask about.
  person?: Person;
};

// A document of the checklist that is to come from an agency (210-ФЗ art. 7): its inquiries, and «Запросить» where a
// published type brings it. A document about several people has both for each of them, and one button for all the rest.
export function RequestItem({ application, item, service, person }: RequestItemProps) {
  const register = useInfiniteQuery(inquiriesQuery({ application }));
  const made = rowsOf(register.data);
  const types = useBringing(service, item.code);
  // Of whom something has been asked is known before anything more is: another case's rows, or none, would ask twice.
  if (!register.data || register.isPlaceholderData) return null;
  if (item.persons && !person) {
    return <AskEveryone application={application} item={item} made={made} types={types} />;
  }
  const own = made.filter(
    (row) =>
      row.item === item.code &&
      row.state !== 'cancelled' &&
      (!person || row.person === person.key) &&
      row.id !== person?.inquiry_id,
  );
  return (
    <Group gap="xs">
      {own.map((inquiry) => (
        <TextLink key={inquiry.id} to="/inquiries/$id" params={{ id: inquiry.id }}>
          <InquiryStatePill inquiry={inquiry} />
        </TextLink>
      ))}
      <Ask
        application={application}
        item={item}
        service={service}
        person={person}
        types={types}
        again={own.length > 0}
      />
    </Group>
  );
}

type AskProps = RequestItemProps & { types?: InquiryType[]; again: boolean };

function Ask({ application, item, service, person, types, again }: AskProps) {
  const t = useT();
  const navigate = useNavigate();
  const toast = useToast();
  const begin = useBegin();
  if (!types) return null;
  if (types.length === 0) {
    if (again || person) return null;
    return (
      <Text size="xs" c="dimmed">
        {t('inquiry.noTypeForItem')}
      </Text>
    );
  }
  const [only] = types.length === 1 ? types : [];
  const title = [item.title, person?.name].filter(Boolean).join(', ');
  return (
    <Button
      size="compact-sm"
      variant={again ? 'subtle' : 'light'}
      leftSection={<Icon path={mdiBankTransferIn} size={16} />}
      aria-label={t(again ? 'inquiry.requestItem.again' : 'inquiry.requestItem', { title })}
      loading={begin.isPending}
      onClick={() => {
        if (!only) {
          void navigate({
            to: '/inquiries/new',
            search: { application, item: item.code, person: person?.key, service },
          });
          return;
        }
        begin.mutate(
          { type: only.name, application_id: application, item: item.code, person: person?.key },
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
