// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core';
import { useLanguage } from '@/lib/language.tsx';
import { type CardValue, textOf } from './card-values.ts';
import classes from './inquiries.module.css';

type DifferencesTableProps = {
  values: CardValue[];
  chosen: ReadonlySet<string>;
  onChange?: (chosen: ReadonlySet<string>) => void;
};

// What the card says and what the answer says; the ticked ones will be taken over.
export function DifferencesTable({ values, chosen, onChange }: DifferencesTableProps) {
  const { t, language } = useLanguage();
  const toggle = (path: string) => {
    const next = new Set(chosen);
    if (!next.delete(path)) next.add(path);
    onChange?.(next);
  };
  return (
    <table className={classes.table} aria-label={t('inquiry.differences')}>
      <thead>
        <tr>
          <th scope="col">{t('inquiry.differences.field')}</th>
          <th scope="col">{t('inquiry.differences.card')}</th>
          <th scope="col">{t('inquiry.differences.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ path, label, current, offered }) => (
          <tr key={path}>
            <th scope="row">
              {onChange ? (
                <Checkbox
                  size="sm"
                  label={label}
                  checked={chosen.has(path)}
                  onChange={() => toggle(path)}
                />
              ) : (
                label
              )}
            </th>
            <td>{textOf(path, current, t, language) || '—'}</td>
            <td>{textOf(path, offered, t, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
