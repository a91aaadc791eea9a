// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core';

type FilterSelectProps = {
  // «Статус»: stands before the value, so that the row reads as a sentence.
  label: string;
  any: string;
  value?: string;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
  searchable?: boolean;
  width?: string;
};

export function FilterSelect(props: FilterSelectProps) {
  const { label, any, value, options, onChange, searchable, width } = props;
  return (
    <Select
      size="xs"
      w={width ?? '10rem'}
      aria-label={label}
      placeholder={any}
      data={options}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      searchable={searchable}
      selectFirstOptionOnChange
      clearable
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      maxDropdownHeight={360}
    />
  );
}
