// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, take } from '@okno/api';
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { useToast } from '@/ui/toast.tsx';
import { type Application, applicationQuery } from './queries.ts';

type Action = { title: string; danger?: boolean; run: () => void };

// What is done rarely: a consultation instead of a filing, a draft thrown away.
export function useMoreActions(application: Application, onGone: () => void): Action[] {
  const t = useT();
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  const { id } = application;
  const may = (name: string) =>
    application.actions.some(({ action, allowed }) => action === name && allowed);
  const target = { path: { id }, header: { 'If-Match': ifMatch(application.version) } };

  const run = async (
    question: Parameters<typeof confirm>[0],
    act: () => Promise<unknown>,
    done: string,
  ) => {
    if (!(await confirm(question))) return;
    try {
      await act();
      toast.done(done);
      queries.removeQueries({ queryKey: applicationQuery(id).queryKey });
      void queries.invalidateQueries({ queryKey: ['applications'] });
      onGone();
    } catch (error) {
      toast.failed(error);
    }
  };

  const actions: Action[] = [];
  if (may('consult')) {
    actions.push({
      title: t('intake.consult'),
      run: () =>
        void run(
          {
            title: t('intake.consult'),
            text: t('intake.consult.text'),
            action: t('intake.consult.do'),
          },
          () =>
            take(api.POST('/api/v1/applications/{id}/consultation', { params: target, body: {} })),
          t('intake.consult.done'),
        ),
    });
  }
  if (may('delete')) {
    actions.push({
      title: t('intake.delete'),
      danger: true,
      run: () =>
        void run(
          {
            title: t('intake.delete'),
            text: t('intake.delete.text'),
            action: t('intake.delete.do'),
            danger: true,
            unlikely: true,
          },
          () => take(api.DELETE('/api/v1/applications/{id}', { params: target })),
          t('intake.delete.done'),
        ),
    });
  }
  return actions;
}
