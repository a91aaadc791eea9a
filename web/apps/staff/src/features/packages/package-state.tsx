// SPDX-License-Identifier: Apache-2.0
import {
  mdiAlertOctagonOutline,
  mdiBankCheck,
  mdiCancel,
  mdiCheckAll,
  mdiKeyboardReturn,
  mdiPackageVariant,
  mdiPackageVariantClosedCheck,
  mdiTruckDeliveryOutline,
} from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { StatusPill, type Tone } from '@/ui/status-pill.tsx';
import type { PackageState } from './packages.ts';
import type { RunState } from './runs.ts';

const packageLooks: Record<PackageState, { tone: Tone; icon: string }> = {
  draft: { tone: 'wait', icon: mdiPackageVariant },
  ready: { tone: 'wait', icon: mdiPackageVariantClosedCheck },
  sent: { tone: 'info', icon: mdiTruckDeliveryOutline },
  delivered: { tone: 'good', icon: mdiBankCheck },
  returned: { tone: 'wait', icon: mdiKeyboardReturn },
  lost: { tone: 'bad', icon: mdiAlertOctagonOutline },
  done: { tone: 'good', icon: mdiCheckAll },
  dissolved: { tone: 'calm', icon: mdiCancel },
};

type PackageStatePillProps = {
  state: PackageState;
  // The agency has taken none of its cases.
  isRefused?: boolean;
};

export function PackageStatePill({ state, isRefused }: PackageStatePillProps) {
  const t = useT();
  if (isRefused) {
    return <StatusPill tone="bad" icon={mdiCancel} text={t('packages.state.refused')} />;
  }
  return <StatusPill {...packageLooks[state]} text={t(`packages.state.${state}`)} />;
}

const runLooks: Record<RunState, { tone: Tone; icon: string }> = {
  draft: { tone: 'wait', icon: mdiPackageVariant },
  sent: { tone: 'info', icon: mdiTruckDeliveryOutline },
  closed: { tone: 'good', icon: mdiCheckAll },
  cancelled: { tone: 'calm', icon: mdiCancel },
};

export function RunStatePill({ state }: { state: RunState }) {
  const t = useT();
  return <StatusPill {...runLooks[state]} text={t(`packages.run.state.${state}`)} />;
}
