// SPDX-License-Identifier: Apache-2.0
import { mdiCheckCircleOutline, mdiPencilOutline, mdiUndoVariant } from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { StatusPill, type Tone } from '@/ui/status-pill.tsx';
import type { State } from './message-types.ts';

const looks: Record<State, { tone: Tone; icon: string }> = {
  draft: { tone: 'wait', icon: mdiPencilOutline },
  published: { tone: 'good', icon: mdiCheckCircleOutline },
  withdrawn: { tone: 'calm', icon: mdiUndoVariant },
};

export function VersionState({ state }: { state: State }) {
  const t = useT();
  return <StatusPill {...looks[state]} text={t(`types.state.${state}`)} />;
}
