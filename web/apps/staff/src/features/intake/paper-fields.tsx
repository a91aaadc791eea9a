// SPDX-License-Identifier: Apache-2.0
import { NumberInput, Select } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import type { Mark } from './marks.ts';

type Form = NonNullable<Mark['form']>;
type PaperFieldsProps = {
  mark: Mark;
  forms: readonly Form[];
  usual: Form; // as long as nobody has chosen
  editable: boolean;
  onChange: (part: Partial<Mark>) => void;
};

// As what a paper was handed over, and on how many sheets.
export function PaperFields({ mark, forms, usual, editable, onChange }: PaperFieldsProps) {
  const t = useT();
  return (
    <>
      <Select
        size="xs"
        w="11rem"
        label={t('intake.documentForm')}
        disabled={!editable}
        allowDeselect={false}
        value={mark.form ?? usual}
        onChange={(next) => onChange({ form: (next ?? usual) as Form })}
        data={forms.map((value) => ({ value, label: t(`intake.form.${value}`) }))}
      />
      <NumberInput
        size="xs"
        w="6rem"
        min={1}
        max={999}
        allowDecimal={false}
        label={t('intake.sheets')}
        disabled={!editable}
        value={mark.sheets ?? 1}
        onChange={(next) => onChange({ sheets: Number(next) || 1 })}
      />
    </>
  );
}
