// SPDX-License-Identifier: Apache-2.0
import {
  mdiAccountVoice,
  mdiArchiveOutline,
  mdiBankOutline,
  mdiCancel,
  mdiCheckCircleOutline,
  mdiClockAlertOutline,
  mdiFileDocumentEditOutline,
  mdiHandExtendedOutline,
  mdiHelpCircleOutline,
  mdiInboxOutline,
  mdiPhoneOutline,
  mdiProgressWrench,
  mdiSendClockOutline,
  mdiSendOutline,
  mdiTruckDeliveryOutline,
  mdiUndoVariant,
} from '@mdi/js';
import type { Schemas } from '@okno/api';
import { useT } from '@/lib/language.tsx';
import { StatusPill, type Tone } from './status-pill.tsx';

export type ApplicationStatus = Schemas['ApplicationStatus'];

const looks: Record<ApplicationStatus, { tone: Tone; icon: string }> = {
  draft: { tone: 'calm', icon: mdiFileDocumentEditOutline },
  intake: { tone: 'wait', icon: mdiInboxOutline },
  processing: { tone: 'wait', icon: mdiProgressWrench },
  rework: { tone: 'bad', icon: mdiUndoVariant },
  delivery_queued: { tone: 'info', icon: mdiSendClockOutline },
  delivery_on_demand: { tone: 'bad', icon: mdiClockAlertOutline },
  sent: { tone: 'info', icon: mdiSendOutline },
  sent_by_courier: { tone: 'info', icon: mdiTruckDeliveryOutline },
  in_agency: { tone: 'info', icon: mdiBankOutline },
  awaiting_notice: { tone: 'wait', icon: mdiPhoneOutline },
  ready_to_issue: { tone: 'good', icon: mdiHandExtendedOutline },
  closed: { tone: 'calm', icon: mdiCheckCircleOutline },
  refused_intake: { tone: 'calm', icon: mdiCancel },
  withdrawn: { tone: 'calm', icon: mdiAccountVoice },
  unclaimed: { tone: 'calm', icon: mdiArchiveOutline },
};

export const applicationStatuses = Object.keys(looks) as ApplicationStatus[];

export function ApplicationStatusPill({ status }: { status: ApplicationStatus }) {
  const t = useT();
  const look = looks[status] ?? { tone: 'calm', icon: mdiHelpCircleOutline };
  const hint = status === 'delivery_on_demand' ? t('status.delivery_on_demand.hint') : undefined;
  return <StatusPill {...look} text={t(`status.${status}`)} hint={hint} />;
}
