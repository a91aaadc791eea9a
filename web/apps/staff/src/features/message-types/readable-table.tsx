// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import classes from './message-types.module.css';
import type { TableLine } from './preview.ts';

// A message as people read it: the line that sums it up, then labels and values.
export function ReadableTable({ lines, headline }: { lines: TableLine[]; headline?: string }) {
  const t = useT();
  return (
    <>
      {headline && (
        <Text fw={600} mb="xs">
          {headline}
        </Text>
      )}
      <table className={classes.table} aria-label={t('types.view.table')}>
        <tbody>
          {lines.map((line, index) => {
            const key = `${index} ${line.path}`;
            const style = { paddingLeft: `${line.depth * 1.25}rem` };
            return line.heading ? (
              <tr key={key}>
                <th scope="rowgroup" colSpan={2} style={style}>
                  {line.label}
                </th>
              </tr>
            ) : (
              <tr key={key}>
                <th scope="row" className={classes.label} style={style}>
                  {line.label}
                </th>
                <td>{line.value}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
