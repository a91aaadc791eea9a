// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiBankTransferIn } from '@mdi/js';
import type { Schemas } from '@okno/api';
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { rowsOf } from '@/lib/pages.ts';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Titles } from '@/ui/titles.tsx';
import { useToast } from '@/ui/toast.tsx';
import { useAskEach } from './ask-each.ts';
import { type InquiryRow, type InquiryType, inquiriesQuery } from './inquiries.ts';

// As many as no case has inquiries.
const mostPages = 100;

type AskEveryoneProps = {
  application: string;
  item: Pick<Schemas['ChecklistItem'], 'code' | 'title' | 'persons'>;
  made: InquiryRow[];
  types?: InquiryType[];
};

// One inquiry about each person of the document whom nobody has been asked about yet. What is complete goes out; what wants
// more stays a draft at its person.
export function AskEveryone({ application, item, made, types }: AskEveryoneProps) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirm();
  const ask = useAskEach();
  const queries = useQueryClient();
  const rest = unasked(item, made);
  const [type, another] = types ?? [];
  if (types?.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('inquiry.noTypeForItem')}
      </Text>
    );
  }
  if (rest.length < 2 || !type || another) return null;
  const go = async () => {
    const yes = await confirm({
      title: t('inquiry.requestAll.title', { title: item.title }),
      text: <Titles of={rest.map(({ key, name }) => ({ code: key, title: name }))} />,
      action: t('inquiry.requestAll.action', { count: rest.length }),
    });
    if (!yes) return;
    // A colleague may have asked while the question stood.
    const now = await queries
      .fetchInfiniteQuery({ ...inquiriesQuery({ application }), staleTime: 0, pages: mostPages })
      .catch(toast.failed);
    if (!now) return;
    const left = new Set(unasked(item, rowsOf(now)).map(({ key }) => key));
    const people = rest.filter(({ key }) => left.has(key));
    if (people.length === 0) return;
    ask.mutate(
      people.map(({ key }) => ({
        type: type.name,
        application_id: application,
        item: item.code,
        person: key,
      })),
      {
        onSuccess: ({ sent, drafts }) =>
          toast.done(
            [
              sent > 0 && t('inquiry.requestAll.sent', { count: sent }),
              drafts > 0 && t('inquiry.requestAll.drafts', { count: drafts }),
            ]
              .filter(Boolean)
              .join('. '),
          ),
        onError: toast.failed,
      },
    );
  };
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<Icon path={mdiBankTransferIn} size={16} />}
      loading={ask.isPending}
      onClick={() => void go()}
    >
      {t('inquiry.requestAll', { count: rest.length })}
    </Button>
  );
}

function unasked({ code, persons = [] }: AskEveryoneProps['item'], made: InquiryRow[]) {
  return persons.flatMap(({ key, name = '', inquiry_id }) => {
    const begun = made.some(
      (row) => row.item === code && row.person === key && row.state !== 'cancelled',
    );
    return key && !inquiry_id && !begun ? [{ key, name }] : [];
  });
}
