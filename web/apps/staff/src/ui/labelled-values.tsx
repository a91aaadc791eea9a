// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import classes from './labelled-values.module.css';

// `id` tells apart what has the same name.
export type LabelledValue = { id?: string; label: string; value: ReactNode };

// A card's facts in two columns: what it is, what it says. Rows without a value are left out.
// `narrow`: one column, the value under its name, for what stands beside.
type LabelledValuesProps = { items: LabelledValue[]; narrow?: boolean };

export function LabelledValues({ items, narrow }: LabelledValuesProps) {
  const shown = items.filter(({ value }) => value !== undefined && value !== null && value !== '');
  return (
    <dl className={classes.list}>
      {shown.map(({ id, label, value }) => (
        <div key={id ?? label} className={narrow ? classes.narrow : classes.row}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
