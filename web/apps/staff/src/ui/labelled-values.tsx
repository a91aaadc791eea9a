// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import classes from './labelled-values.module.css';

export type LabelledValue = { label: string; value: ReactNode };

// A card's facts in two columns: what it is, what it says. Rows without a value are left out.
export function LabelledValues({ items }: { items: LabelledValue[] }) {
  const shown = items.filter(({ value }) => value !== undefined && value !== null && value !== '');
  return (
    <dl className={classes.list}>
      {shown.map(({ label, value }) => (
        <div key={label} className={classes.row}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
