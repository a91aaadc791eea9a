// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { DayFilter } from '@/ui/day-input/day-filter.tsx';
import { FilterRow } from '@/ui/filter-row.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { SearchField } from '@/ui/search-field.tsx';
import {
  envelopeVersions,
  type MessageFilters as Filters,
  messageOperations,
  messageStates,
} from './messages.ts';

type MessageFiltersProps = { filter: Filters; onChange: (filter: Filters) => void };

// The filters live in the address: a colleague can be sent what was found.
export function MessageFilters({ filter, onChange }: MessageFiltersProps) {
  const t = useT();
  const set = (change: Partial<Record<keyof Filters, string>>) =>
    onChange({ ...filter, ...change } as Filters);
  const field = (name: 'smev_id' | 'sender' | 'error_code', label: string) => (
    <SearchField
      label={label}
      placeholder={label}
      width="11rem"
      value={filter[name] ?? ''}
      onChange={(value) => set({ [name]: value || undefined })}
    />
  );
  const day = (name: 'from' | 'to', label: string) => (
    <DayFilter
      w="11rem"
      aria-label={label}
      leftSection={label.toLowerCase()}
      leftSectionWidth="2.5rem"
      leftSectionProps={{ 'aria-hidden': true }}
      value={filter[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <FilterRow
      label={t('smev.filters')}
      active={Object.keys(filter).length > 0}
      onReset={() => onChange({})}
    >
      <SearchField
        label={t('smev.search')}
        placeholder={t('smev.search.placeholder')}
        value={filter.q ?? ''}
        onChange={(q) => set({ q: q || undefined })}
      />
      <FilterSelect
        label={t('smev.direction')}
        any={t('smev.anyDirection')}
        value={filter.direction}
        options={(['outgoing', 'incoming'] as const).map((value) => ({
          value,
          label: t(`smev.direction.${value}`),
        }))}
        onChange={(direction) => set({ direction })}
      />
      <FilterSelect
        label={t('smev.state')}
        any={t('smev.anyState')}
        value={filter.state}
        options={messageStates.map((value) => ({
          value,
          label: t(value === 'failed' ? 'smev.state.failed.any' : `smev.state.${value}`),
        }))}
        onChange={(state) => set({ state })}
      />
      <FilterSelect
        label={t('smev.operation')}
        any={t('smev.anyOperation')}
        value={filter.operation}
        options={messageOperations.map((value) => ({
          value,
          label: t(`smev.operation.${value}`),
        }))}
        onChange={(operation) => set({ operation })}
      />
      <FilterSelect
        label={t('smev.envelopeVersion')}
        any={t('smev.anyVersion')}
        value={filter.version}
        options={envelopeVersions.map((value) => ({ value, label: value }))}
        onChange={(version) => set({ version })}
      />
      {day('from', t('smev.from'))}
      {day('to', t('smev.to'))}
      {field('smev_id', t('smev.findId'))}
      {field('sender', t('smev.findSender'))}
      {field('error_code', t('smev.findError'))}
    </FilterRow>
  );
}
