// SPDX-License-Identifier: Apache-2.0
import { Button, Text, TextInput } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { ActionButton } from '@/ui/action-button.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { KeyHint } from '@/ui/key-hint.tsx';
import { Notice } from '@/ui/notice.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { SaveNote } from '@/ui/save-note.tsx';
import { Section } from '@/ui/section.tsx';
import { useToast } from '@/ui/toast.tsx';
import { useRunForm } from './run-form.ts';
import { RouteSheetButton, RunFrame } from './run-frame.tsx';
import { RunPackages } from './run-packages.tsx';
import { type Run, useRunStep } from './runs.ts';

// A courier's run being put together: who goes and with which of the ready packages.
export function RunEditor({ run, problem }: { run: Run; problem: ReactNode }) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirm();
  const form = useRunForm(run);
  const dispatch = useRunStep(run, 'dispatch');
  const all = [...run.items, ...run.others].sort((a, b) => a.number.localeCompare(b.number));
  const going = all.filter(({ id }) => form.ids.has(id));
  const cases = going.reduce((sum, one) => sum + one.cases, 0);
  const { saving } = form;
  const sheet = usePrintedSheet(run.id, [form.courier, ...going.map(({ id }) => id)]);
  const whyNot = whyNotYet(form.courier, going.length);
  const send = async () => {
    if (whyNot || dispatch.isPending || !(await saving.flush())) return;
    const agreed = await confirm({
      title: t('packages.run.send.title'),
      text: t('packages.run.send.text', {
        courier: form.courier.trim(),
        packages: t('packages.packagesCount', { count: going.length }),
        cases: t('packages.casesCount', { count: cases }),
      }),
      action: t('packages.run.send'),
    });
    if (!agreed) return;
    dispatch.mutate(saving.version(), {
      onSuccess: () => toast.done(t('packages.run.send.done')),
    });
  };
  useHotkeys(t('packages.run'), [
    {
      keys: 'F9',
      title: t('packages.run.send'),
      run: () => void send(),
      enabled: whyNot === undefined,
    },
  ]);
  return (
    <RunFrame
      run={run}
      actions={
        <>
          <CancelButton run={run} />
          <RouteSheetButton
            run={run}
            before={() => {
              sheet.printed();
              return saving.flush();
            }}
          />
          <ActionButton
            allowed={whyNot === undefined}
            whyNot={whyNot && t(whyNot)}
            loading={dispatch.isPending}
            rightSection={<KeyHint keys="F9" />}
            aria-keyshortcuts="F9"
            onClick={() => void send()}
          >
            {t('packages.run.send')}
          </ActionButton>
        </>
      }
    >
      {problem}
      <ProblemAlert error={besidesFields(dispatch.error, ['/courier'])} kept focus />
      {sheet.isOld && <Notice tone="wait" title={t('packages.run.sheetOld')} />}
      <Section title={t('packages.run.who')} aside={<SaveNote saving={saving} promise />}>
        <TextInput
          label={t('packages.run.courier')}
          description={t('packages.run.courier.hint')}
          w="26rem"
          maw="100%"
          maxLength={200}
          autoComplete="off"
          autoFocus={form.courier === ''}
          required
          value={form.courier}
          error={fieldProblem(dispatch.error, '/courier')}
          onChange={(event) => form.rename(event.currentTarget.value)}
        />
      </Section>
      <Section
        title={t('packages.packagesCount', { count: going.length })}
        aside={
          <Text size="sm" c="dimmed">
            {t('packages.casesCount', { count: cases })}
          </Text>
        }
      >
        {all.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('packages.run.noPackages')}
          </Text>
        )}
        <RunPackages items={all} choice={{ ids: form.ids, onChange: form.choose }} />
      </Section>
    </RunFrame>
  );
}

// Whether the route sheet that was printed at this workplace says what the run is now.
function usePrintedSheet(id: string, content: string[]) {
  const now = content.join('\n');
  const [shown, setShown] = useSessionStorage<string | null>({
    key: `okno.route-sheet.${id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  return { printed: () => setShown(now), isOld: shown !== null && shown !== now };
}

function whyNotYet(courier: string, packages: number) {
  if (packages === 0) return 'packages.run.send.empty' as const;
  return courier.trim() === '' ? ('packages.run.send.nobody' as const) : undefined;
}

function CancelButton({ run }: { run: Run }) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirm();
  const cancel = useRunStep(run, 'cancel');
  if (!run.actions.includes('cancel')) return null;
  const ask = async () => {
    const agreed = await confirm({
      title: t('packages.run.cancel.title'),
      text: t('packages.run.cancel.text'),
      action: t('packages.run.cancel'),
      danger: true,
      unlikely: true,
    });
    if (!agreed) return;
    cancel.mutate(run.version, {
      onSuccess: () => toast.done(t('packages.run.cancel.done')),
      onError: toast.failed,
    });
  };
  return (
    <Button variant="default" loading={cancel.isPending} onClick={() => void ask()}>
      {t('packages.run.cancel')}
    </Button>
  );
}
