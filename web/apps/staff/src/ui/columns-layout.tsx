// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import classes from './columns-layout.module.css';

// A card's two columns: the matter itself, and beside it what surrounds it.
export function ColumnsLayout({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>{main}</div>
      <aside className={classes.column}>{aside}</aside>
    </div>
  );
}
