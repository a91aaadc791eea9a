// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { mdiMagnify } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { FormDialog } from '@/ui/form-dialog.tsx';
import { Icon } from '@/ui/icon.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { DueDay } from '@/ui/term-left.tsx';
import { useToast } from '@/ui/toast.tsx';
import classes from './packages.module.css';
import { candidatesQuery, type Package, type PackageCase } from './packages.ts';
import { useAddCases } from './steps.ts';

const typingPauseMs = 250;

type CandidatesDialogProps = { pack: Package; onClose: () => void };

// What else could go into the package, due first. What is marked stays marked while the list is narrowed.
export function CandidatesDialog({ pack, onClose }: CandidatesDialogProps) {
  const t = useT();
  const toast = useToast();
  const add = useAddCases(pack.id);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), typingPauseMs);
  const query = useQuery(candidatesQuery(pack.id, q));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { items = [], total = 0 } = query.data ?? {};
  const mark = (ids: string[], marked: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (marked) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const ids = items.map(({ application_id }) => application_id);
  const isAll = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <FormDialog
      title={t('packages.choose.title')}
      size="xl"
      action={
        chosen.size > 0 ? t('packages.addCount', { count: chosen.size }) : t('packages.addNone')
      }
      ready={chosen.size > 0}
      step={add}
      problem={<ProblemAlert error={query.error ?? add.error} focus />}
      onSubmit={() => add.mutateAsync({ application_ids: [...chosen] })}
      onDone={() => {
        toast.done(t('packages.addedMany', { count: chosen.size }));
        onClose();
      }}
      onClose={onClose}
    >
      <TextInput
        aria-label={t('packages.candidates.q')}
        placeholder={t('packages.candidates.q')}
        leftSection={<Icon path={mdiMagnify} size={18} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      {items.length > 0 && (
        <Checkbox
          label={t('packages.choose.all', { count: items.length })}
          checked={isAll}
          indeterminate={!isAll && ids.some((id) => chosen.has(id))}
          onChange={(event) => mark(ids, event.currentTarget.checked)}
        />
      )}
      <ul className={classes.candidates} aria-label={t('packages.candidates')}>
        {items.map((one) => (
          <Candidate
            key={one.application_id}
            one={one}
            chosen={chosen.has(one.application_id)}
            onChange={(marked) => mark([one.application_id], marked)}
          />
        ))}
      </ul>
      {query.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(q ? 'packages.candidates.nothing' : 'packages.candidates.none')}
        </Text>
      )}
      {total > items.length && (
        <Text size="xs" c="dimmed">
          {t('packages.candidates.more', { count: total - items.length })}
        </Text>
      )}
    </FormDialog>
  );
}

type CandidateProps = { one: PackageCase; chosen: boolean; onChange: (marked: boolean) => void };

function Candidate({ one, chosen, onChange }: CandidateProps) {
  return (
    <li>
      <Checkbox
        checked={chosen}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={`${one.number} ${one.applicant_name}`}
        description={
          <span className={classes.candidateNote}>
            <span>{one.service_name}</span>
            <DueDay day={one.planned_date} />
            {one.problem && <span className={classes.trouble}>{one.problem}</span>}
          </span>
        }
      />
    </li>
  );
}
