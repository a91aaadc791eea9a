// SPDX-License-Identifier: Apache-2.0
import { useNavigate } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { usePaperQuestion } from '@/ui/paper-question.ts';
import { useToast } from '@/ui/toast.tsx';
import { type Application, isOutdated } from './application.ts';
import { useTake } from './assignment.ts';
import { useDeleteDraft } from './deletion.ts';
import { useHandOver } from './handover.ts';

// The steps that need no words: one press, at most one question.
export function useDirectSteps(application: Application) {
  const t = useT();
  const toast = useToast();
  const confirm = useConfirm();
  const mayGo = usePaperQuestion();
  const navigate = useNavigate();
  const handOver = useHandOver(application);
  const take = useTake(application);
  const deleteDraft = useDeleteDraft(application);

  const ends = (text: string) => ({
    onSuccess: () => toast.done(text),
    onError: (error: unknown) => {
      toast.failed(error);
      if (isOutdated(error)) toast.done(t('case.readAgain'));
    },
  });
  const toDesk = () => void navigate({ to: '/intake', search: { application: application.id } });
  const give = async () => {
    if (await mayGo(application.papers)) {
      handOver.mutate(undefined, ends(t('case.handover.done')));
    }
  };
  const remove = async () => {
    const sure = await confirm({
      title: t('case.delete.title'),
      text: t('case.delete.text'),
      action: t('case.delete.action'),
      danger: true,
      unlikely: true,
    });
    if (!sure) return;
    const { onSuccess, onError } = ends(t('case.delete.done'));
    deleteDraft.mutate(undefined, {
      onError,
      onSuccess: () => {
        onSuccess();
        void navigate({ to: '/cases', search: { list: 'drafts' } });
      },
    });
  };

  return {
    isPending: [handOver, take, deleteDraft].some((step) => step.isPending),
    runs: {
      file: toDesk,
      edit: toDesk,
      handover: () => void give(),
      assign: () => take.mutate(undefined, ends(t('case.assign.done'))),
      delete: () => void remove(),
    },
  };
}
