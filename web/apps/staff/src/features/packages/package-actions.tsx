// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { mdiPrinterOutline, mdiTruckDeliveryOutline } from '@mdi/js';
import { hasCode } from '@okno/api/problem';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { ActionButton } from '@/ui/action-button.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { Icon } from '@/ui/icon.tsx';
import { KeyHint } from '@/ui/key-hint.tsx';
import { useToast } from '@/ui/toast.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { type Askable, useGapsQuestion } from './gaps.tsx';
import { mayDo, openInventory, type Package } from './packages.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { usePackageStep } from './steps.ts';

type PackageActionsProps = {
  pack: Package;
  askable: Askable;
  // Which cases keep it from going is too much for a notice in the corner.
  onRefused: (error: unknown) => void;
};

// What may be done with the package now, the way forward last.
export function PackageActions({ pack, askable, onRefused }: PackageActionsProps) {
  const t = useT();
  const [opened, setOpened] = useState<'delivery' | 'return'>();
  const close = () => setOpened(undefined);
  const ready = useReadiness({ pack, askable, onRefused });
  const mayDeliver = mayDo(pack, 'deliver');
  // An empty one is not ready yet; the way forward stays in its place and says so.
  const isDraft = mayDo(pack, 'edit');
  const deliver = { keys: 'F9', title: t('packages.deliver'), run: () => setOpened('delivery') };
  const makeReady = {
    keys: 'F9',
    title: t('packages.ready'),
    run: () => void ready.run(),
    enabled: ready.whyNot === undefined,
  };
  useHotkeys(t('packages.package'), [
    ...(isDraft ? [makeReady] : []),
    ...(mayDeliver ? [deliver] : []),
    ...(mayDo(pack, 'print')
      ? [{ keys: 'F6', title: t('packages.inventory'), run: () => openInventory(pack) }]
      : []),
  ]);
  return (
    <>
      <DissolveButton pack={pack} />
      <ReopenButton pack={pack} />
      {mayDo(pack, 'return') && (
        <Button variant="default" onClick={() => setOpened('return')}>
          {t('packages.return')}
        </Button>
      )}
      {mayDo(pack, 'correct') && (
        <Button variant="default" onClick={() => setOpened('delivery')}>
          {t('packages.correct')}
        </Button>
      )}
      <InventoryButton pack={pack} />
      {isDraft && (
        <ActionButton
          allowed={ready.whyNot === undefined}
          whyNot={ready.whyNot}
          loading={ready.isPending}
          rightSection={<KeyHint keys="F9" />}
          aria-keyshortcuts="F9"
          onClick={makeReady.run}
        >
          {makeReady.title}
        </ActionButton>
      )}
      {pack.state === 'ready' && <ToRunButton pack={pack} />}
      {mayDeliver && (
        <Button rightSection={<KeyHint keys="F9" />} aria-keyshortcuts="F9" onClick={deliver.run}>
          {deliver.title}
        </Button>
      )}
      {opened === 'delivery' && <DeliveryDialog pack={pack} onClose={close} />}
      {opened === 'return' && <ReturnDialog pack={pack} onClose={close} />}
    </>
  );
}

// «Пакет готов», and why not yet. What lacks something goes only when told so.
function useReadiness({ pack, askable, onRefused }: PackageActionsProps) {
  const t = useT();
  const toast = useToast();
  const agreedToGaps = useGapsQuestion();
  const step = usePackageStep(pack, 'make_ready');
  const troubled = pack.items.filter(({ problem }) => problem).length;
  const empty = pack.items.length === 0 ? t('packages.ready.empty') : undefined;
  const run = async () => {
    onRefused(undefined);
    if (!(await agreedToGaps(pack.items, askable))) return;
    step.mutate(pack.version, {
      onSuccess: () => toast.done(t('packages.ready.done')),
      onError: (error) =>
        hasCode(error, 'request.stale') ? toast.failed(error) : onRefused(error),
    });
  };
  return {
    run,
    whyNot: troubled > 0 ? t('packages.ready.troubled', { count: troubled }) : empty,
    isPending: step.isPending,
  };
}

function ReopenButton({ pack }: { pack: Package }) {
  const t = useT();
  const toast = useToast();
  const reopen = usePackageStep(pack, 'reopen');
  if (!mayDo(pack, 'reopen')) return null;
  const run = () =>
    reopen.mutate(pack.version, {
      onSuccess: () => toast.done(t('packages.reopen.done')),
      onError: toast.failed,
    });
  return (
    <Button variant="default" loading={reopen.isPending} onClick={run}>
      {t('packages.reopen')}
    </Button>
  );
}

// What is ready waits for a courier: its run, or where the next one is made.
function ToRunButton({ pack: { run } }: { pack: Package }) {
  const t = useT();
  const navigate = useNavigate();
  const go = () =>
    run
      ? navigate({ to: '/courier-runs/$id', params: { id: run.id } })
      : navigate({ to: '/packages', search: { tab: 'runs' } });
  return (
    <Button
      leftSection={<Icon path={mdiTruckDeliveryOutline} size={18} />}
      onClick={() => void go()}
    >
      {run ? t('packages.runNumber', { number: run.number }) : t('packages.toRuns')}
    </Button>
  );
}

export function InventoryButton({ pack }: { pack: Package }) {
  const t = useT();
  if (!mayDo(pack, 'print')) return null;
  return (
    <Button
      variant="default"
      leftSection={<Icon path={mdiPrinterOutline} size={18} />}
      rightSection={<KeyHint keys="F6" />}
      aria-keyshortcuts="F6"
      onClick={() => openInventory(pack)}
    >
      {t('packages.inventory')}
    </Button>
  );
}

export function DissolveButton({ pack }: { pack: Package }) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirm();
  const dissolve = usePackageStep(pack, 'dissolve');
  if (!mayDo(pack, 'dissolve')) return null;
  const ask = async () => {
    const agreed = await confirm({
      title: t('packages.dissolve.title', { number: pack.number }),
      text:
        pack.items.length > 0
          ? t(`packages.dissolve.text.${pack.direction}`, { count: pack.items.length })
          : t('packages.dissolve.text.empty'),
      action: t('packages.dissolve'),
      danger: true,
      unlikely: true,
    });
    if (!agreed) return;
    dissolve.mutate(pack.version, {
      onSuccess: () => toast.done(t('packages.dissolve.done')),
      onError: toast.failed,
    });
  };
  return (
    <Button variant="default" loading={dissolve.isPending} onClick={() => void ask()}>
      {t('packages.dissolve')}
    </Button>
  );
}
