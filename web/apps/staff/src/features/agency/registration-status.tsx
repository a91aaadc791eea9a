// SPDX-License-Identifier: Apache-2.0
import { mdiCheckCircleOutline, mdiInboxArrowDownOutline, mdiProgressWrench } from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { StatusPill, type Tone } from '@/ui/status-pill.tsx';
import type { RegistrationRow } from './registrations.ts';

type Status = RegistrationRow['status'];

const looks: Record<Status, { tone: Tone; icon: string }> = {
  registered: { tone: 'wait', icon: mdiInboxArrowDownOutline },
  in_work: { tone: 'info', icon: mdiProgressWrench },
  decided: { tone: 'good', icon: mdiCheckCircleOutline },
};

export function RegistrationStatusPill({ status }: { status: Status }) {
  const t = useT();
  return <StatusPill {...looks[status]} text={t(`agency.status.${status}`)} />;
}
