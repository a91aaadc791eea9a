// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';
import classes from './inquiries.module.css';

type Line = Schemas['MessageTypeLine'];

const stepRem = 1.25;

// A message as a person reads it: what it is called, what it says; what belongs together stands deeper.
export function DescribedTable({ label, lines }: { label: string; lines: Line[] }) {
  return (
    <table className={classes.table} aria-label={label}>
      <tbody>
        {lines.map((line) => (
          <tr key={line.path}>
            <th
              scope={line.heading ? 'colgroup' : 'row'}
              colSpan={line.heading ? 2 : 1}
              className={line.heading ? classes.heading : undefined}
              style={{ paddingLeft: `${line.depth * stepRem}rem` }}
            >
              {line.label}
            </th>
            {!line.heading && <td>{line.value}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
