// SPDX-License-Identifier: Apache-2.0
import {
  mdiAlertCircleOutline,
  mdiArchiveOutline,
  mdiCancel,
  mdiCheck,
  mdiCheckAll,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiInboxArrowDownOutline,
  mdiSendOutline,
} from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { StatusPill, type Tone } from '@/ui/status-pill.tsx';
import type { SmevMessage } from './messages.ts';

type State = SmevMessage['state'];

const looks: Record<State, { tone: Tone; icon: string }> = {
  waiting: { tone: 'wait', icon: mdiClockOutline },
  sent: { tone: 'info', icon: mdiSendOutline },
  accepted: { tone: 'info', icon: mdiCheck },
  delivered: { tone: 'good', icon: mdiCheckAll },
  failed: { tone: 'bad', icon: mdiAlertCircleOutline },
  received: { tone: 'info', icon: mdiInboxArrowDownOutline },
  handled: { tone: 'good', icon: mdiCheckCircleOutline },
  given_up: { tone: 'calm', icon: mdiCancel },
  dropped: { tone: 'calm', icon: mdiArchiveOutline },
};

type MessageStateProps = { message: Pick<SmevMessage, 'state' | 'direction'> };

export function MessageState({ message: { state, direction } }: MessageStateProps) {
  const t = useT();
  const refused = state === 'failed' && direction === 'incoming';
  return (
    <StatusPill
      {...looks[state]}
      text={t(refused ? 'smev.state.failed.incoming' : `smev.state.${state}`)}
    />
  );
}
