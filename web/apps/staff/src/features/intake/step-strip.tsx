// SPDX-License-Identifier: Apache-2.0
import { VisuallyHidden } from '@mantine/core';
import { mdiAlertCircleOutline, mdiCheck } from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import classes from './intake.module.css';
import type { StepName } from './step-names.ts';
import type { StepState } from './steps.ts';

type StepStripProps = { states: StepState[]; current: StepName; onGo: (name: StepName) => void };

export function StepStrip({ states, current, onGo }: StepStripProps) {
  const t = useT();
  const currentAt = states.findIndex(({ name }) => name === current);
  return (
    <nav className={classes.strip} aria-label={t('intake.steps')}>
      {states.map(({ name, done, missing, reachable }, at) => (
        <button
          key={name}
          type="button"
          className={classes.step}
          data-current={name === current || undefined}
          aria-current={name === current ? 'step' : undefined}
          disabled={!reachable}
          onClick={() => onGo(name)}
        >
          <span className={classes.stepNumber} data-done={done || undefined}>
            {done ? <Icon path={mdiCheck} size={14} title={t('intake.stepDone')} /> : at + 1}
          </span>
          {t(`intake.step.${name}`)}
          {missing > 0 && (
            <span className={classes.missing} data-wrong={at < currentAt || undefined}>
              {at < currentAt && <Icon path={mdiAlertCircleOutline} size={14} />}
              <span aria-hidden="true">{missing}</span>
              <VisuallyHidden>{t('intake.missing', { count: missing })}</VisuallyHidden>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
