// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Kbd, Loader, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { mdiAccountPlusOutline, mdiMagnify } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { isCaseNumber } from '@/lib/case-number.ts';
import { shortDate } from '@/lib/dates.ts';
import { inRussianLayout } from '@/lib/keyboard-layout.ts';
import { useLanguage, useT } from '@/lib/language.tsx';
import { markOf, useListWalk } from '@/lib/list-walk.ts';
import { useWaitingEnter } from '@/lib/waiting-enter.ts';
import { Icon } from '@/ui/icon.tsx';
import { OtherLayout } from '@/ui/other-layout.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { ApplicantCardForm, type CardFiller } from './applicant-card-form.tsx';
import { cardFromSearch } from './card-from-search.ts';
import classes from './intake.module.css';
import { type ApplicantRow, applicantQuery, applicantSearchQuery } from './queries.ts';

type ApplicantStepProps = {
  chosen?: string;
  locked: boolean;
  fillCard?: CardFiller;
  onChosen: (id: string) => void;
};

// One box for a name, a passport, an SNILS, a phone; a new card when nobody fits.
export function ApplicantStep({ chosen, locked, fillCard, onChosen }: ApplicantStepProps) {
  const [mode, setMode] = useState<'search' | 'new' | 'edit'>(chosen ? 'edit' : 'search');
  const [searched, setSearched] = useState('');
  if (mode === 'new')
    return (
      <ApplicantCardForm
        begun={cardFromSearch(searched)}
        fillCard={fillCard}
        onSaved={onChosen}
        onCancel={() => setMode('search')}
        onOpenExisting={onChosen}
      />
    );
  if (mode === 'edit' && chosen)
    return (
      <EditCard
        id={chosen}
        fillCard={fillCard}
        onSaved={() => onChosen(chosen)}
        onOther={locked ? undefined : () => setMode('search')}
      />
    );
  return (
    <Search
      onChosen={onChosen}
      onNew={(typed) => {
        setSearched(typed);
        setMode('new');
      }}
    />
  );
}

function EditCard({
  id,
  fillCard,
  onSaved,
  onOther,
}: {
  id: string;
  fillCard?: CardFiller;
  onSaved: () => void;
  onOther?: () => void;
}) {
  const { data, error } = useQuery(applicantQuery(id));
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Loader />;
  return (
    <ApplicantCardForm
      card={data}
      fillCard={fillCard}
      onSaved={onSaved}
      onCancel={onOther}
      onOpenExisting={onSaved}
    />
  );
}

function Search({
  onChosen,
  onNew,
}: {
  onChosen: (id: string) => void;
  onNew: (typed: string) => void;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const query = useQuery(applicantSearchQuery(asked));
  const items = asked.length >= 2 ? (query.data?.items ?? []) : [];
  const meant = items.length === 0 ? inRussianLayout(asked) : undefined;
  const list = useListWalk(items.length);
  const next = items[list.next];

  const isListOfText = asked === text.trim() && !query.isFetching && !query.isPlaceholderData;
  const takeCurrent = useWaitingEnter(text, isListOfText, () => {
    if (next) onChosen(next.id);
  });
  const onKey = (event: KeyboardEvent) => {
    if (list.walk(event.key)) event.preventDefault();
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      takeCurrent();
    }
  };

  return (
    <div>
      <TextInput
        size="md"
        data-autofocus
        autoFocus
        label={t('intake.search')}
        description={t('intake.search.hint')}
        leftSection={<Icon path={mdiMagnify} size={20} />}
        rightSection={query.isFetching ? <Loader size={16} /> : undefined}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls="applicants-found"
        aria-activedescendant={next && `found-${next.id}`}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          list.begin();
        }}
        onKeyDown={onKey}
      />
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      <div
        id="applicants-found"
        role="listbox"
        aria-label={t('intake.found')}
        className={classes.found}
      >
        {items.map((row, index) => (
          <Found
            key={row.id}
            row={row}
            mark={markOf(index, list)}
            onChosen={() => onChosen(row.id)}
          />
        ))}
      </div>
      {asked.length >= 2 && query.data && items.length === 0 && !query.isFetching && (
        <NobodyFound asked={asked} />
      )}
      {asked.length >= 2 && query.data && meant && !query.isFetching && (
        <OtherLayout text={meant} onTake={() => setText(meant)} />
      )}
      <Group mt="md">
        <Button
          variant="default"
          leftSection={<Icon path={mdiAccountPlusOutline} size={18} />}
          onClick={() => onNew(text)}
        >
          {t('intake.addApplicant')}
        </Button>
        <Text size="xs" c="dimmed">
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t('intake.keys.choose')}{' '}
          <Kbd size="xs">Enter</Kbd> {t('intake.keys.take')}
        </Text>
      </Group>
    </div>
  );
}

// The number of a receipt is a case, not a person.
function NobodyFound({ asked }: { asked: string }) {
  const t = useT();
  if (!isCaseNumber(asked)) {
    return (
      <Text c="dimmed" my="sm">
        {t('intake.found.none')}
      </Text>
    );
  }
  return (
    <Group my="sm" gap="xs" role="status">
      <Text>{t('intake.found.caseNumber')}</Text>
      <TextLink to="/cases" search={{ list: 'all', q: asked }}>
        {t('intake.found.openCase')}
      </TextLink>
    </Group>
  );
}

function Found({
  row,
  mark,
  onChosen,
}: {
  row: ApplicantRow;
  mark: ReturnType<typeof markOf>;
  onChosen: () => void;
}) {
  const { t, language } = useLanguage();
  const facts = [
    row.birth_date && t('intake.born', { date: shortDate(row.birth_date, language) }),
    row.masked_document,
    row.masked_snils && `${t('applicant.snils')} ${row.masked_snils}`,
    row.inn && `${t('applicant.inn')} ${row.inn}`,
    row.masked_phone,
    row.address_city,
  ].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns this list
    <div
      id={`found-${row.id}`}
      role="option"
      aria-selected={mark['data-selected'] ?? false}
      tabIndex={-1}
      className={classes.option}
      {...mark}
      ref={(element) => {
        if (mark['data-selected']) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={onChosen}
    >
      <Text fw={600}>{row.display_name}</Text>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
    </div>
  );
}
