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

type InquiryStatePillProps = { inquiry: { state: InquiryState; number?: string } };

// What has no number has not been saved by anybody yet.
export function InquiryStatePill({ inquiry: { state, number } }: InquiryStatePillProps) {
  const t = useT();
  const word = state === 'formed' && !number ? 'draft' : state;
  return <StatusPill {...looks[state]} text={t(`inquiry.state.${word}`)} />;
}
