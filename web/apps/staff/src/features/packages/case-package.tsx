// SPDX-License-Identifier: Apache-2.0
import { limits } from 'virtual:limits';
import { Text } from '@mantine/core';
import { mdiPackageVariantClosed } from '@mdi/js';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { packagesOfCasesQuery } from '@/lib/packages-of-cases.ts';
import { rowsOf } from '@/lib/pages.ts';
import { useSession } from '@/lib/session.ts';
import { ActionButton } from '@/ui/action-button.tsx';
import { Icon } from '@/ui/icon.tsx';
import { KeyHint } from '@/ui/key-hint.tsx';
import { Notice } from '@/ui/notice.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { useToast } from '@/ui/toast.tsx';
import { PackageStatePill } from './package-state.tsx';
import classes from './packages.module.css';
import { type PackageLine, packagesOfCaseQuery, packagesQuery } from './packages.ts';
import { useAddTo, useCreatePackage } from './steps.ts';

// A case that goes to its agency on paper.
type PaperCase = {
  id: string;
  branch: { id: string; name: string };
  service: { agency: { code: string; name: string } };
};

// In which packages the case is or was.
export function CasePackages({ of: { id } }: { of: Pick<PaperCase, 'id'> }) {
  const t = useT();
  const { data } = useQuery(packagesOfCaseQuery(id));
  return data?.items.map((one) => (
    <div key={one.id} className={classes.named}>
      <Text size="sm">{t(`packages.ofCase.${one.direction}`)}</Text>
      <TextLink to="/packages/$id" params={{ id: one.id }} size="sm">
        {one.number}
      </TextLink>
      {/* What has become of this one case a package that is over does not say. */}
      {isOpen(one) ? (
        <PackageStatePill state={one.state} />
      ) : (
        <Text size="sm" c="dimmed">
          {t(`packages.state.${one.state}`)}
        </Text>
      )}
    </div>
  ));
}

// In which one it lies, for who only has to know where its papers are.
export function CaseWhereabouts({ of: { id } }: { of: Pick<PaperCase, 'id'> }) {
  const t = useT();
  return useHolders(id)?.map(({ number, state }) => (
    <div key={number} className={classes.named}>
      <Text size="sm">{t('packages.lies', { number })}</Text>
      <PackageStatePill state={state} />
    </div>
  ));
}

// Said before the application is withdrawn: the originals that are to be given back are not at the window.
export function CaseWithdrawal({ of: { id } }: { of: Pick<PaperCase, 'id'> }) {
  const t = useT();
  return useHolders(id)?.map(({ number }) => (
    <Notice key={number} tone="wait" title={t('packages.lies', { number })}>
      <Text size="sm">{t('packages.lies.withdraw')}</Text>
    </Notice>
  ));
}

function useHolders(id: string) {
  return useQuery(packagesOfCasesQuery([id])).data?.items;
}

// The way forward: to its package, into one that is being put together for the agency, or into a new one.
export function CasePackageStep({ of: { id, service, branch } }: { of: PaperCase }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const isOwn = useSession().branch?.id === branch.id;
  const own = useQuery(packagesOfCaseQuery(id)).data?.items;
  const open = useInfiniteQuery(packagesQuery({ direction: 'to_agency', open: true }));
  const create = useCreatePackage();
  const add = useAddTo();
  const { agency } = service;
  const go = (to: { id: string }) => void navigate({ to: '/packages/$id', params: { id: to.id } });
  const ends = { onSuccess: go, onError: toast.failed };
  const now = own?.find(isOpen);
  const draft = rowsOf(open.data).find(
    (one) => takesAllOf(one, agency.code) && one.branch_name === branch.name,
  );
  const isKnown = own !== undefined && !open.isPending;
  const isPending = create.isPending || add.isPending;
  const run = () => {
    if (!isKnown || isPending) return;
    if (now) go(now);
    else if (draft) add.mutate({ id: draft.id, application: id }, ends);
    else
      create.mutate({ direction: 'to_agency', agency_code: agency.code, application_id: id }, ends);
  };
  const allowed = now !== undefined || isOwn;
  const title = now
    ? t('packages.ofCase.open', { number: now.number })
    : draft
      ? t('packages.ofCase.add', { number: draft.number })
      : t('packages.ofCase.create', { agency: agency.name });
  useHotkeys(t('case.case'), [{ keys: 'F9', title, run, enabled: isKnown && allowed }]);
  if (!isKnown) return null;
  return (
    <ActionButton
      allowed={allowed}
      whyNot={t('packages.ofCase.otherBranch', { branch: branch.name })}
      leftSection={<Icon path={mdiPackageVariantClosed} size={18} />}
      loading={isPending}
      rightSection={<KeyHint keys="F9" />}
      aria-keyshortcuts="F9"
      onClick={run}
    >
      {title}
    </ActionButton>
  );
}

function isOpen({ state }: PackageLine) {
  return state === 'draft' || state === 'ready' || state === 'sent';
}

// One that is being put together for the agency, whatever the service, and has room.
function takesAllOf({ state, agency_code, service_name, cases }: PackageLine, agency: string) {
  const hasRoom = cases < limits.casesInPackage;
  return state === 'draft' && agency_code === agency && !service_name && hasRoom;
}
