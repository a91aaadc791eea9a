// SPDX-License-Identifier: Apache-2.0
import { Icon } from './icon.tsx';
import classes from './status-pill.module.css';

// good: done well; wait: somebody must act; bad: trouble; info: on its way; calm: finished or not begun.
export type Tone = 'good' | 'wait' | 'bad' | 'info' | 'calm';

// A status is a word, an icon and a colour together, never a colour alone.
export function StatusPill({ tone, icon, text }: { tone: Tone; icon: string; text: string }) {
  return (
    <span className={`${classes.pill} ${classes[tone]}`} title={text}>
      <Icon path={icon} size={15} />
      <span>{text}</span>
    </span>
  );
}
