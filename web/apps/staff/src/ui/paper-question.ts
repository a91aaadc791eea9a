// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { useConfirm } from './confirm-dialog.tsx';
import { type Papers, paperWords } from './paper-warning.tsx';

// Before a case is handed over: whether it goes although its papers are not what was signed. True when they are.
export function usePaperQuestion() {
  const t = useT();
  const confirm = useConfirm();
  return async (papers: Papers | undefined): Promise<boolean> => {
    const words = paperWords(papers, t);
    if (!words) return true;
    return confirm({
      title: words.title,
      text: `${words.text} ${t('paper.asIs')}`,
      action: t('paper.anyway'),
      unlikely: true,
    });
  };
}
