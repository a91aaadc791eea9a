// SPDX-License-Identifier: Apache-2.0
import { Icon } from './icon.tsx';
import classes from './status-pill.module.css';

// good: done well; wait: somebody must act; bad: trouble; info: on its way; calm: finished or not begun.
export type Tone = 'good' | 'wait' | 'bad' | 'info' | 'calm';

type StatusPillProps = { tone: Tone; icon: string; text: string; hint?: string };

// A status is a word, an icon and a colour together, never a colour alone.
// `hint` says more where the word alone is puzzling.
export function StatusPill({ tone, icon, text, hint }: StatusPillProps) {
  return (
    <span className={`${classes.pill} ${classes[tone]}`} title={hint ?? text}>
      <Icon path={icon} size={15} />
      <span>{text}</span>
    </span>
  );
}
