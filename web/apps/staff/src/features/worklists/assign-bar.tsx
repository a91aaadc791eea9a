// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { shortName } from '@/lib/format.ts';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { ApplicationRow } from './applications.ts';
import { assign } from './assignment.ts';
import { colleaguesFor, employeesQuery } from './colleagues.ts';
import { type MassResult, useMassStep } from './mass-step.ts';
import { sendAgain } from './resending.ts';

type AssignBarProps = {
  ids: ReadonlySet<string>;
  rows: ApplicationRow[];
  onDone: (left: ReadonlySet<string>) => void;
};

// What can be done with the selected cases: take them, give them to a colleague, send again what did not get through.
export function AssignBar({ ids, rows, onDone }: AssignBarProps) {
  const t = useT();
  const toast = useToast();
  const mayAssign = useRight('applications.assign');
  const mayProcess = useRight('applications.process');
  const confirm = useConfirm();
  const { progress, run, stop } = useMassStep();
  const lost = rows.filter(({ id, status }) => ids.has(id) && status === 'delivery_on_demand');

  const tell = ({ left, failure }: MassResult) => {
    onDone(left);
    if (failure) toast.failed(failure);
  };
  const assignTo = async (userId?: string) => {
    const result = await run(ids, (id) => assign(id, userId));
    tell(result);
    if (result.done) toast.done(t('worklists.assigned', { count: result.done }));
  };
  const resend = async () => {
    const agreed = await confirm({
      title: t('worklists.resend.title'),
      text: t('worklists.resend.text', { count: lost.length }),
      action: t('worklists.resend.action'),
    });
    if (!agreed) return;
    const result = await run(new Set(lost.map(({ id }) => id)), sendAgain);
    tell(result);
    if (result.done) toast.done(t('worklists.resent', { count: result.done }));
  };

  return (
    <Paper withBorder p="xs" role="region" aria-label={t('worklists.selection')}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t('worklists.selected', { count: ids.size })}
        </Text>
        {progress !== undefined && <Running done={progress} total={ids.size} onStop={stop} />}
        {progress === undefined && mayAssign && (
          <Colleagues
            rows={rows.filter(({ id }) => ids.has(id))}
            onChoose={(userId) => void assignTo(userId)}
          />
        )}
        {progress === undefined && !mayAssign && (
          <Button size="xs" onClick={() => void assignTo()}>
            {t('worklists.take')}
          </Button>
        )}
        {progress === undefined && mayProcess && lost.length > 0 && (
          <Button size="xs" variant="light" onClick={() => void resend()}>
            {t('worklists.resend', { count: lost.length })}
          </Button>
        )}
        {progress === undefined && (
          <Button size="xs" variant="subtle" onClick={() => onDone(new Set())}>
            {t('worklists.unselect')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

type ColleaguesProps = { rows: ApplicationRow[]; onChoose: (userId: string) => void };

function Colleagues({ rows, onChoose }: ColleaguesProps) {
  const t = useT();
  const confirm = useConfirm();
  const employees = useQuery(employeesQuery);
  const colleagues = colleaguesFor(rows, employees.data?.items ?? []);

  const choose = async (userId: string | undefined) => {
    const colleague = colleagues.find(({ id }) => id === userId);
    if (!colleague) return;
    const agreed = await confirm({
      title: t('worklists.give.title'),
      text: t('worklists.give.text', { count: rows.length, name: colleague.display_name }),
      action: t('worklists.give.action'),
    });
    if (agreed) onChoose(colleague.id);
  };

  return (
    <FilterSelect
      label={t('worklists.give.label')}
      any={t('worklists.give.label')}
      options={colleagues.map(({ id, display_name, branch }) => ({
        value: id,
        label: [shortName(display_name), branch?.name].filter(Boolean).join(' · '),
      }))}
      onChange={(userId) => void choose(userId)}
      searchable
      width="16rem"
    />
  );
}

type RunningProps = { done: number; total: number; onStop: () => void };

function Running({ done, total, onStop }: RunningProps) {
  const t = useT();
  return (
    <>
      <Progress flex={1} value={(done / total) * 100} aria-label={t('worklists.running')} />
      <Text size="sm">{t('worklists.progress', { done, total })}</Text>
      <Button size="xs" variant="default" onClick={onStop}>
        {t('worklists.stop')}
      </Button>
    </>
  );
}
