// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { useRight, useSession } from '@/lib/session.ts';
import { ActionButton } from '@/ui/action-button.tsx';
import { arrange } from './actions.ts';
import type { ActionName, Application, AskedAgencies, RequestSlot } from './application.ts';
import { CaseDialog, type CaseDialogProps, type DialogName } from './case-dialog.tsx';
import { useDirectSteps } from './direct-steps.ts';
import { MoreMenu } from './more-menu.tsx';
import { PrintMenu } from './print-menu.tsx';
import { openPrint, printForms } from './printing.ts';
import { SendDialog } from './send-dialog.tsx';

const keysOf: Partial<Record<ActionName, string>> = {
  file: 'F9',
  handover: 'F9',
  send: 'F9',
  issue: 'F9',
  rework: 'F8',
  assign: 'F4',
  edit: 'F2',
};

type CaseActionsProps = {
  application: Application;
  // Unknown to those who see no inquiries.
  asked?: AskedAgencies;
  request?: RequestSlot;
  withdrawal?: CaseDialogProps['withdrawal'];
};

// The next steps as buttons, the rest under «Ещё», the papers under «Печать».
export function CaseActions({ application, asked, request, withdrawal }: CaseActionsProps) {
  const t = useT();
  const session = useSession();
  const mayPrint = useRight('applications.print');
  const [opened, setOpened] = useState<DialogName>();
  const { runs, isPending } = useDirectSteps(application);
  const [sending, setSending] = useState(false);
  const { header, more } = arrange(application, session);
  const run = (name: ActionName) => {
    if (isPending) return;
    if (name === 'send') setSending(true);
    else if (name in runs) runs[name as keyof typeof runs]();
    else setOpened(name as DialogName);
  };
  const primary = header.find(
    // What goes on paper has no step forward here: back is not offered as one.
    ({ action, allowed }) => allowed && (action !== 'rework' || application.service.electronic),
  )?.action;
  const papers = mayPrint ? printForms(application) : [];
  useHotkeys(t('case.case'), [
    ...header.flatMap(({ action, allowed }) => {
      const keys = keysOf[action];
      const title = t(`case.action.${action}`);
      return keys ? [{ keys, title, enabled: allowed, run: () => run(action) }] : [];
    }),
    ...papers.map((form) => ({
      keys: paperKeys[form],
      title: t(`case.print.${form}`),
      run: () => openPrint(application, form),
    })),
  ]);

  return (
    <>
      {header.map(({ action, allowed, why_not }) => (
        <ActionButton
          key={action}
          allowed={allowed}
          whyNot={why_not}
          variant={action === primary ? 'filled' : 'default'}
          loading={isPending && action === primary}
          aria-keyshortcuts={keysOf[action]}
          onClick={() => run(action)}
        >
          {t(`case.action.${action}`)}
        </ActionButton>
      ))}
      {papers.length > 0 && <PrintMenu application={application} forms={papers} />}
      {more.length > 0 && <MoreMenu actions={more} onRun={run} />}
      {sending && (
        <SendDialog
          application={application}
          asked={asked}
          request={request}
          onClose={() => setSending(false)}
        />
      )}
      {opened && (
        <CaseDialog
          name={opened}
          application={application}
          withdrawal={withdrawal}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}

// As at the desk of intake.
const paperKeys = {
  application: 'F6',
  receipt: 'F7',
  consent: 'shift+F6',
  result_receipt: 'shift+F7',
  refusal_notice: 'F7',
};
