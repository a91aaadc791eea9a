// SPDX-License-Identifier: Apache-2.0
import { Chip, MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { organizationQuery, unitOptions } from '@/lib/units.ts';
import { DayFilter } from '@/ui/day-input/day-filter.tsx';
import { FilterRow } from '@/ui/filter-row.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { SearchField } from '@/ui/search-field.tsx';
import { type InquiryFilters, inquiryChoicesQuery } from './inquiries.ts';
import { inquiryStates } from './inquiry-state.tsx';
import { isPeriod, periodOf, type Shortcut, shortcuts } from './periods.ts';

const moments = ['created', 'sent', 'updated', 'answered'] as const;

type InquiryFiltersProps = {
  filter: InquiryFilters;
  onChange: (change: Partial<InquiryFilters>) => void;
  onReset: () => void;
};

// Reads as a sentence: what, to whom, how it stands, when, whose.
export function InquiryFilterRow({ filter, onChange, onReset }: InquiryFiltersProps) {
  const t = useT();
  const { types = [], addressees = [] } = useQuery(inquiryChoicesQuery).data ?? {};
  return (
    <FilterRow
      label={t('inquiry.filters')}
      active={Object.values(filter).some((value) => value !== undefined)}
      onReset={onReset}
    >
      <SearchField
        label={t('inquiry.q')}
        placeholder={t('inquiry.q')}
        width="14rem"
        value={filter.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <FilterSelect
        label={t('inquiry.type')}
        any={t('inquiry.anyType')}
        value={filter.type}
        options={types.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(type) => onChange({ type })}
        searchable
      />
      <FilterSelect
        label={t('inquiry.addressee')}
        any={t('inquiry.anyAddressee')}
        value={filter.addressee}
        options={addressees.map((value) => ({ value, label: value }))}
        onChange={(addressee) => onChange({ addressee })}
        searchable
      />
      <MultiSelect
        size="xs"
        miw="10rem"
        aria-label={t('inquiry.state')}
        placeholder={filter.state ? undefined : t('inquiry.anyState')}
        data={inquiryStates.map((value) => ({ value, label: t(`inquiry.state.${value}`) }))}
        value={filter.state?.split(',') ?? []}
        onChange={(states) => onChange({ state: states.join(',') || undefined })}
        clearable
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      />
      <SenderFilter filter={filter} onChange={onChange} />
      <PeriodFilter filter={filter} onChange={onChange} />
      <Chip
        size="xs"
        checked={filter.executor === 'me'}
        onChange={(mine) => onChange({ executor: mine ? 'me' : undefined })}
      >
        {t('inquiry.mine')}
      </Chip>
    </FilterRow>
  );
}

type PartProps = Pick<InquiryFiltersProps, 'filter' | 'onChange'>;

// Which branch has sent it; the offices that belong to it count too when that is wished.
function SenderFilter({ filter, onChange }: PartProps) {
  const t = useT();
  const branches = useQuery(organizationQuery).data?.branches ?? [];
  const { branch } = filter;
  if (branches.length < 2) return null;
  return (
    <>
      <FilterSelect
        label={t('inquiry.sender')}
        any={t('inquiry.anySender')}
        value={branch}
        options={unitOptions(branches)}
        onChange={(next) => onChange({ branch: next, below: next ? filter.below : undefined })}
        searchable
      />
      {branch && branches.some(({ parent_id }) => parent_id === branch) && (
        <Chip
          size="xs"
          checked={filter.below === true}
          onChange={(below) => onChange({ below: below || undefined })}
        >
          {t('inquiry.withBelow')}
        </Chip>
      )}
    </>
  );
}

function PeriodFilter({ filter, onChange }: PartProps) {
  const t = useT();
  const now = new Date();
  return (
    <>
      <FilterSelect
        label={t('inquiry.moment')}
        any={t('inquiry.moment.created')}
        value={filter.moment}
        options={moments.map((value) => ({ value, label: t(`inquiry.moment.${value}`) }))}
        onChange={(moment) => onChange({ moment: moment as InquiryFilters['moment'] })}
        width="8rem"
      />
      {(['from', 'to'] as const).map((edge) => (
        <DayFilter
          key={edge}
          w="9rem"
          aria-label={t(`inquiry.period.${edge}`)}
          value={filter[edge]}
          onChange={(day) => onChange({ [edge]: day })}
        />
      ))}
      {(Object.keys(shortcuts) as Shortcut[]).map((name) => (
        <Chip
          key={name}
          size="xs"
          checked={isPeriod(filter, name, now)}
          onChange={(chosen) =>
            onChange(chosen ? periodOf(name, now) : { from: undefined, to: undefined })
          }
        >
          {t(`inquiry.period.${name}`)}
        </Chip>
      ))}
    </>
  );
}
