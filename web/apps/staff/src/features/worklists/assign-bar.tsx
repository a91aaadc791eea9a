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
import { colleaguesFor, employeesQuery } from './colleagues.ts';
import { useMassAssignment } from './mass-assignment.ts';

type AssignBarProps = {
  ids: ReadonlySet<string>;
  rows: ApplicationRow[];
  onDone: (left: ReadonlySet<string>) => void;
};

// What can be done with the selected cases: take them, or give them to a colleague.
export function AssignBar({ ids, rows, onDone }: AssignBarProps) {
  const t = useT();
  const toast = useToast();
  const mayAssign = useRight('applications.assign');
  const { progress, run, stop } = useMassAssignment();

  const assignTo = async (userId?: string) => {
    const { done, left, failure } = await run(ids, userId);
    onDone(left);
    if (failure) toast.failed(failure);
    if (done) toast.done(t('worklists.assigned', { count: done }));
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
      <Progress flex={1} value={(done / total) * 100} aria-label={t('worklists.assigning')} />
      <Text size="sm">{t('worklists.progress', { done, total })}</Text>
      <Button size="xs" variant="default" onClick={onStop}>
        {t('worklists.stop')}
      </Button>
    </>
  );
}
