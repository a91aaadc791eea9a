// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { mdiDownload } from '@mdi/js';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { ActionButton } from '@/ui/action-button.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { Icon } from '@/ui/icon.tsx';
import { useToast } from '@/ui/toast.tsx';
import { versionsQuery } from './message-types.ts';
import {
  type MessageTypeVersion,
  type Seen,
  useArchive,
  useNewVersion,
  usePublish,
  useRemoveDraft,
  useWithdraw,
} from './version.ts';

type VersionActionsProps = { seen: Seen; mayManage: boolean; dirty: boolean };

export function VersionActions({ seen, mayManage, dirty }: VersionActionsProps) {
  const t = useT();
  const toast = useToast();
  const archive = useArchive(seen.type);
  const { state } = seen.type;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon path={mdiDownload} size={18} />}
        loading={archive.isPending}
        onClick={() => archive.mutate(undefined, { onError: toast.failed })}
      >
        {t('types.archive')}
      </Button>
      {mayManage && state === 'draft' && <RemoveDraft seen={seen} />}
      {mayManage && state === 'published' && <Withdraw seen={seen} />}
      {mayManage && state !== 'published' && <Publish seen={seen} dirty={dirty} />}
    </>
  );
}

function Publish({ seen, dirty }: { seen: Seen; dirty: boolean }) {
  const t = useT();
  const toast = useToast();
  const publish = usePublish(seen);
  const { request_root, response_root, agency, routing_element } = seen.type;
  const waits = !request_root || !response_root;
  const goesNowhere = !routing_element && (!agency.code || !agency.name);
  return (
    <ActionButton
      allowed={!dirty && !waits && !goesNowhere}
      whyNot={t(
        dirty ? 'types.publish.unsaved' : waits ? 'types.publish.roots' : 'types.publish.agency',
      )}
      loading={publish.isPending}
      // This button is gone by the time of the answer: what mutate() is told to do then would not happen.
      onClick={() =>
        void publish.mutateAsync().then(() => toast.done(t('types.published')), toast.failed)
      }
    >
      {t('types.publish')}
    </ActionButton>
  );
}

function Withdraw({ seen }: { seen: Seen }) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirm();
  const withdraw = useWithdraw(seen);
  const queries = useQueryClient();
  const { name, version } = seen.type;
  const ask = async () => {
    const { versions } = await queries.fetchQuery(versionsQuery(name));
    // Another published one is offered from now on: the newest.
    const next = versions.find((one) => one.state === 'published' && one.version !== version);
    const offered = next
      ? t('types.withdraw.next', { version: String(next.version) })
      : t('types.withdraw.last');
    const sure = await confirm({
      title: t('types.withdraw.title'),
      text: `${t('types.withdraw.text')} ${offered}`,
      action: t('types.withdraw'),
      danger: true,
    });
    if (!sure) return;
    await withdraw.mutateAsync().then(() => toast.done(t('types.withdrawn')), toast.failed);
  };
  return (
    <Button variant="default" loading={withdraw.isPending} onClick={() => void ask()}>
      {t('types.withdraw')}
    </Button>
  );
}

export function NewVersion({ type }: { type: MessageTypeVersion }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const draft = useNewVersion(type);
  return (
    <Button
      size="xs"
      loading={draft.isPending}
      onClick={() =>
        draft.mutate(undefined, {
          onSuccess: ({ name, version }) =>
            void navigate({
              to: '/message-types/$name/$version',
              params: { name, version: String(version) },
            }),
          onError: toast.failed,
        })
      }
    >
      {t('types.newVersion')}
    </Button>
  );
}

function RemoveDraft({ seen }: { seen: Seen }) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const remove = useRemoveDraft(seen);
  const ask = async () => {
    const sure = await confirm({
      title: t('types.remove.title'),
      text: t('types.remove.text'),
      action: t('types.remove'),
      danger: true,
    });
    if (!sure) return;
    remove.mutate(undefined, {
      onSuccess: () => {
        toast.done(t('types.removed'));
        void navigate({ to: '/message-types', ignoreBlocker: true });
      },
      onError: toast.failed,
    });
  };
  return (
    <Button variant="default" loading={remove.isPending} onClick={() => void ask()}>
      {t('types.remove')}
    </Button>
  );
}
