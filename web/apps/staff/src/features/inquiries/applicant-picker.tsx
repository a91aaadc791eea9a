// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { api, take } from '@okno/api';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shortDate } from '@/lib/dates.ts';
import { useLanguage } from '@/lib/language.tsx';

const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['applicants', 'search', q],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applicants', { params: { query: { q, limit: 20 } }, signal })),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });

// The one that the address names, for its name.
const chosenQuery = (id: string) =>
  queryOptions({
    queryKey: ['applicant', id],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/applicants/{id}', {
          params: { path: { id }, query: { reason: 'case' } },
          signal,
        }),
      ),
    // Each opening of a card is a line of the access journal: not again for every look.
    staleTime: Number.POSITIVE_INFINITY,
  });

type Row = { id: string; display_name: string; birth_date?: string };

type ApplicantPickerProps = {
  value?: string;
  // Of the chosen one, where it is known: then the card is not opened for it.
  name?: string;
  onChange: (id: string | undefined) => void;
  hint?: 'inquiry.about.hint' | 'inquiry.about.changeHint' | 'inquiry.bind.hint';
  clearable?: boolean;
  disabled?: boolean;
};

// Whom the inquiry is about: the card fills the form.
export function ApplicantPicker({
  value,
  name,
  onChange,
  hint = 'inquiry.about.hint',
  clearable = true,
  disabled,
}: ApplicantPickerProps) {
  const { t, language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery(searchQuery(asked)).data?.items ?? [];
  const asks = value !== undefined && name === undefined;
  const card = useQuery({ ...chosenQuery(value ?? ''), enabled: asks }).data;
  const chosen: Row | undefined = value && name ? { id: value, display_name: name } : card;
  const isFound = found.some(({ id }) => id === chosen?.id);
  const rows: Row[] = chosen && !isFound ? [chosen, ...found] : found;
  return (
    <Select
      label={t('inquiry.about')}
      description={t(hint)}
      placeholder={t('inquiry.about.any')}
      searchable
      clearable={clearable}
      disabled={disabled}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={asked.length >= 2 ? t('inquiry.about.none') : undefined}
      data={rows.map((row) => ({
        value: row.id,
        label: [row.display_name, row.birth_date && shortDate(row.birth_date, language)]
          .filter(Boolean)
          .join(', '),
      }))}
    />
  );
}
