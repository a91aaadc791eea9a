// SPDX-License-Identifier: Apache-2.0
import { mdiGiftOutline, mdiUndoVariant } from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { StatusPill } from '@/ui/status-pill.tsx';
import type { Call } from './calls.ts';

export function CallReason({ reason }: { reason: Call['reason'] }) {
  const t = useT();
  return reason === 'result' ? (
    <StatusPill tone="good" icon={mdiGiftOutline} text={t('calls.reason.result')} />
  ) : (
    <StatusPill tone="wait" icon={mdiUndoVariant} text={t('calls.reason.rework')} />
  );
}
