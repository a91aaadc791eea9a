// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import classes from './brand.module.css';

export function Brand({ short }: { short?: boolean }) {
  const t = useT();
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" className={classes.plate} />
        <path d="M9 8h14v16H9zM16 8v16M9 16h14" className={classes.frame} />
      </svg>
      {!short && <span className={classes.name}>{t('app.name')}</span>}
    </span>
  );
}
