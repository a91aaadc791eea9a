// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { mdiBankTransferIn } from '@mdi/js';
import type { Schemas } from '@okno/api';
import { useT } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Titles } from '@/ui/titles.tsx';
import { useToast } from '@/ui/toast.tsx';
import { useAskEach } from './ask-each.ts';
import type { InquiryRow, InquiryType } from './inquiries.ts';

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
  const rest = (item.persons ?? []).flatMap(({ key, name = '', inquiry_id }) => {
    const begun = made.some(
      (row) => row.item === item.code && row.person === key && row.state !== 'cancelled',
    );
    return key && !inquiry_id && !begun ? [{ key, name }] : [];
  });
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
    ask.mutate(
      rest.map(({ key }) => ({
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
