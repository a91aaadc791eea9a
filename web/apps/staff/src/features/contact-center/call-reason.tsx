// SPDX-License-Identifier: Apache-2.0
import {
  mdiCalendarClock,
  mdiFileCancelOutline,
  mdiFileCheckOutline,
  mdiUndoVariant,
} from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { StatusPill } from '@/ui/status-pill.tsx';
import type { Call } from './calls.ts';

// Why the applicant is called; a refusal is told from what was hoped for.
export function CallReason({ call: { reason, outcome } }: { call: Call }) {
  const t = useT();
  if (reason === 'rework')
    return <StatusPill tone="wait" icon={mdiUndoVariant} text={t('calls.reason.rework')} />;
  if (reason === 'later')
    return <StatusPill tone="wait" icon={mdiCalendarClock} text={t('calls.reason.later')} />;
  return outcome === 'negative' ? (
    <StatusPill tone="bad" icon={mdiFileCancelOutline} text={t('calls.reason.refused')} />
  ) : (
    <StatusPill tone="good" icon={mdiFileCheckOutline} text={t('calls.reason.result')} />
  );
}
