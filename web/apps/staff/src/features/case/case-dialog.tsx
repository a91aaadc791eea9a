// SPDX-License-Identifier: Apache-2.0
import type { Application, PaperSlot } from './application.ts';
import { ConsultationDialog } from './consultation-dialog.tsx';
import { IntakeRefusalDialog } from './intake-refusal-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { ReworkDialog } from './rework-dialog.tsx';
import { UploadDialog } from './upload-dialog.tsx';
import { WithdrawalDialog } from './withdrawal-dialog.tsx';

export type CaseDialogProps = {
  application: Application;
  // What is to be known of its papers before it is withdrawn.
  withdrawal?: PaperSlot['withdrawal'];
  onClose: () => void;
};

// The steps that want something to be said first.
const dialogs = {
  rework: ReworkDialog,
  refuse: IntakeRefusalDialog,
  withdraw: WithdrawalDialog,
  consult: ConsultationDialog,
  issue: IssueDialog,
  upload: UploadDialog,
};

export type DialogName = keyof typeof dialogs;

export function CaseDialog({ name, ...rest }: CaseDialogProps & { name: DialogName }) {
  const Dialog = dialogs[name];
  return <Dialog {...rest} />;
}
