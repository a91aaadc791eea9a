// SPDX-License-Identifier: Apache-2.0
import { mdiAlertCircleOutline, mdiCheckCircleOutline, mdiInformationOutline } from '@mdi/js';
import type { ReactNode, Ref } from 'react';
import { Icon } from './icon.tsx';
import classes from './notice.module.css';

type NoticeProps = {
  tone: 'good' | 'bad' | 'wait' | 'info';
  title: string;
  // alert interrupts a screen reader, status waits; none for what is there from the beginning.
  role?: 'alert' | 'status';
  // May take the focus by program.
  ref?: Ref<HTMLDivElement>;
  children?: ReactNode;
};

const icons = {
  good: mdiCheckCircleOutline,
  bad: mdiAlertCircleOutline,
  wait: mdiAlertCircleOutline,
  info: mdiInformationOutline,
};

// A message in the page: a sentence, and under it what to know or do.
export function Notice({ tone, title, role, ref, children }: NoticeProps) {
  return (
    <div ref={ref} tabIndex={-1} role={role} className={`${classes.notice} ${classes[tone]}`}>
      <Icon path={icons[tone]} />
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        {children}
      </div>
    </div>
  );
}
