// SPDX-License-Identifier: Apache-2.0
import {
  mdiAlertCircleOutline,
  mdiBankOutline,
  mdiCancel,
  mdiCheckAll,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiPencilOutline,
  mdiSendOutline,
} from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { StatusPill, type Tone } from '@/ui/status-pill.tsx';
import type { InquiryState } from './inquiry.ts';

const looks: Record<InquiryState, { tone: Tone; icon: string }> = {
  formed: { tone: 'calm', icon: mdiPencilOutline },
  ready: { tone: 'wait', icon: mdiClockOutline },
  sent: { tone: 'info', icon: mdiSendOutline },
  accepted: { tone: 'info', icon: mdiBankOutline },
  answered: { tone: 'good', icon: mdiCheckAll },
  not_sent: { tone: 'bad', icon: mdiAlertCircleOutline },
  error: { tone: 'bad', icon: mdiAlertCircleOutline },
  not_accepted: { tone: 'bad', icon: mdiCloseCircleOutline },
  cancelled: { tone: 'calm', icon: mdiCancel },
};

export const inquiryStates = Object.keys(looks) as InquiryState[];

export function InquiryStatePill({ state }: { state: InquiryState }) {
  const t = useT();
  return <StatusPill {...looks[state]} text={t(`inquiry.state.${state}`)} />;
}
