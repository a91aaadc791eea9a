// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { useConfirm } from './confirm-dialog.tsx';
import { type Papers, worstPaper } from './paper-warning.tsx';

// Before a case is handed over: whether it goes although its papers are not what was signed. True when they are.
export function usePaperQuestion() {
  const t = useT();
  const confirm = useConfirm();
  return async (papers: Papers | undefined): Promise<boolean> => {
    const worst = worstPaper(papers);
    if (worst === 'current') return true;
    return confirm({
      title: t(`paper.${worst}`),
      text: t(`paper.${worst}.handover`),
      action: t('paper.anyway'),
      unlikely: true,
    });
  };
}
