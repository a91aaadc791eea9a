// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { shortName } from '@/lib/format.ts';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { FilterSelect } from '@/ui/filter-select.tsx';
import { useToast } from '@/ui/toast.tsx';
import { assign } from './assignment.ts';
import { employeesQuery } from './filters.tsx';

type AssignBarProps = { ids: ReadonlySet<string>; onDone: (left: ReadonlySet<string>) => void };

// What can be done with the selected cases: take them, or give them to a colleague. Shows the progress, may be stopped.
export function AssignBar({ ids, onDone }: AssignBarProps) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirm();
  const mayAssign = useRight('applications.assign');
  const employees = useQuery({ ...employeesQuery, enabled: mayAssign });
  const [done, setDone] = useState<number>();
  const stopped = useRef(false);
  const queries = useQueryClient();

  const run = async (userId?: string) => {
    const left = new Set(ids);
    let failure: unknown;
    stopped.current = false;
    for (const id of ids) {
      if (stopped.current) break;
      setDone(ids.size - left.size);
      try {
        await assign(id, userId);
        left.delete(id);
      } catch (error) {
        failure = error;
      }
    }
    setDone(undefined);
    onDone(left);
    if (failure) toast.failed(failure);
    if (left.size < ids.size) toast.done(t('worklists.assigned', { count: ids.size - left.size }));
    await queries.invalidateQueries({ queryKey: ['applications'] });
    await queries.invalidateQueries({ queryKey: ['application-counts'] });
  };

  const give = async (userId: string | undefined) => {
    const colleague = employees.data?.items.find((employee) => employee.id === userId);
    if (!colleague) return;
    const agreed = await confirm({
      title: t('worklists.give.title'),
      text: t('worklists.give.text', { count: ids.size, name: colleague.display_name }),
      action: t('worklists.give.action'),
    });
    if (agreed) await run(colleague.id);
  };

  return (
    <Paper withBorder p="xs" role="region" aria-label={t('worklists.selection')}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t('worklists.selected', { count: ids.size })}
        </Text>
        {done === undefined ? (
          <>
            {!mayAssign && (
              <Button size="xs" onClick={() => void run()}>
                {t('worklists.take')}
              </Button>
            )}
            {mayAssign && (
              <FilterSelect
                label={t('worklists.give.label')}
                any={t('worklists.give.label')}
                options={(employees.data?.items ?? [])
                  .filter(({ roles }) => roles.includes('processor') || roles.includes('operator'))
                  .map(({ id, display_name, branch }) => ({
                    value: id,
                    label: [shortName(display_name), branch?.name].filter(Boolean).join(' · '),
                  }))}
                onChange={(userId) => void give(userId)}
                searchable
                width="16rem"
              />
            )}
            <Button size="xs" variant="subtle" onClick={() => onDone(new Set())}>
              {t('worklists.unselect')}
            </Button>
          </>
        ) : (
          <>
            <Progress
              flex={1}
              value={(done / ids.size) * 100}
              aria-label={t('worklists.assigning')}
            />
            <Text size="sm">{t('worklists.progress', { done, total: ids.size })}</Text>
            <Button size="xs" variant="default" onClick={() => (stopped.current = true)}>
              {t('worklists.stop')}
            </Button>
          </>
        )}
      </Group>
    </Paper>
  );
}
