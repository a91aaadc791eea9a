// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { ProblemError } from '@okno/api/problem';
import { type ReactNode, useState } from 'react';
import { fieldErrorsOf } from '@/lib/field-problems.ts';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useLanguage } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { KeyHint } from '@/ui/key-hint.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { SaveNote } from '@/ui/save-note.tsx';
import { Section } from '@/ui/section.tsx';
import { useToast } from '@/ui/toast.tsx';
import { AddCases } from './add-cases.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { outcomeDifferences } from './outcome-differences.ts';
import { type Kind, type Outcome, useOutcomes, whole } from './outcomes.ts';
import { DissolveButton, InventoryButton } from './package-actions.tsx';
import { PackageFrame } from './package-frame.tsx';
import classes from './packages.module.css';
import type { Package, PackageCase } from './packages.ts';
import { errorsOf, goTo, isMended, missingOf, nameOf, outcomeFields } from './places.ts';
import { usePackageStep } from './steps.ts';
import { useTakeOut } from './taking-out.ts';

type OutcomeEditorProps = { pack: Package; problem: ReactNode };

// What the courier has brought from an agency: case by case what was decided and which papers came, then all at once.
export function OutcomeEditor({ pack, problem }: OutcomeEditorProps) {
  const { t, language } = useLanguage();
  const me = useSession().user.display_name;
  const toast = useToast();
  const confirm = useConfirm();
  const outcomes = useOutcomes(pack);
  const complete = usePackageStep(pack, 'complete');
  // Fields typed into since the last attempt: what was wrong with them then is old.
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  // What is missing is said before anything is asked.
  const [incomplete, setIncomplete] = useState<ProblemError>();
  const takeOut = useTakeOut(pack);
  const change = (one: PackageCase, part: Partial<Outcome>) => {
    const { application_id: id } = one;
    outcomes.change(id, { ...outcomes.of(one), ...part });
    // Of another outcome other things are asked.
    const touched = 'kind' in part ? outcomeFields : Object.keys(part);
    const fields = touched.map((field) => `${id}/${field}`);
    setMended((before) => new Set([...before, ...fields]));
  };
  const submit = async () => {
    if (complete.isPending || pack.items.length === 0) return;
    setMended(new Set());
    setIncomplete(undefined);
    complete.reset();
    const missing = missingOf(pack.items, outcomes.of, t('error.field.required'));
    if (missing.length > 0) {
      const problem = { title: t('packages.incomplete'), status: 422, code: 'input.invalid' };
      return setIncomplete(new ProblemError({ ...problem, fields: missing }));
    }
    if (!(await outcomes.saving.flush())) return;
    const isDecided = pack.items.some((one) => outcomes.of(one).kind !== 'unconsidered');
    const of = (kind: Kind) => pack.items.filter((one) => outcomes.of(one).kind === kind).length;
    const agreed = await confirm({
      title: t('packages.complete.title', { number: pack.number }),
      text: t('packages.complete.text', {
        granted: of('granted'),
        refused: of('refused'),
        unconsidered: of('unconsidered'),
      }),
      action: t('packages.complete'),
    });
    if (!agreed) return;
    complete.mutate(outcomes.saving.version(), {
      onSuccess: () =>
        toast.done(t(isDecided ? 'packages.complete.done' : 'packages.complete.doneUncalled')),
    });
  };
  useHotkeys(t('packages.package'), [
    { keys: 'F9', title: t('packages.complete'), run: () => void submit() },
  ]);
  const error = incomplete ?? complete.error;
  const errors = fieldErrorsOf(error);
  const wrong = errors.filter(({ pointer }) => !isMended(pointer, mended));
  const isMendedWhole = errors.length > 0 && wrong.length === 0;

  return (
    <PackageFrame
      pack={pack}
      actions={
        <>
          <DissolveButton pack={pack} />
          <InventoryButton pack={pack} />
          <Button
            rightSection={<KeyHint keys="F9" />}
            aria-keyshortcuts="F9"
            disabled={pack.items.length === 0}
            loading={complete.isPending}
            onClick={() => void submit()}
          >
            {t('packages.complete')}
          </Button>
        </>
      }
    >
      {problem}
      <AddCases pack={pack} />
      <ProblemAlert
        error={isMendedWhole ? undefined : error}
        kept
        focus
        nameOf={(pointer) => nameOf(pointer, pack, t, outcomes.of)}
        onGo={goTo}
      />
      <Section
        title={t('packages.casesOf', { count: pack.items.length })}
        aside={
          <SaveNote
            saving={outcomes.saving}
            by={authorOf(outcomes.saving.clash?.theirs, me)}
            differences={outcomeDifferences(outcomes.saving.clash, { t, language })}
            promise={pack.items.length > 0}
          />
        }
      >
        {pack.items.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('packages.noCases.from')}
          </Text>
        )}
        <div className={classes.cards}>
          {pack.items.map((one, at) => (
            <OutcomeCard
              key={one.application_id}
              one={one}
              outcome={outcomes.of(one)}
              errors={errorsOf(one.application_id, wrong)}
              dayAbove={outcomes.dayAbove(pack.items.slice(0, at))}
              onChange={(part) => change(one, part)}
              onTakeOut={() => void takeOut({ ...one, outcome: whole(outcomes.of(one)) })}
            />
          ))}
        </div>
      </Section>
    </PackageFrame>
  );
}

function authorOf(theirs: Package | undefined, me: string) {
  const name = theirs?.changed_by;
  return name === undefined ? undefined : { name, isMe: name === me };
}
