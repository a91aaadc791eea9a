// SPDX-License-Identifier: Apache-2.0
import type { ActionName, Application, NextAction, Status } from './application.ts';

// What usually comes next, the way forward first.
const natural: Partial<Record<Status, ActionName[]>> = {
  draft: ['file', 'edit'],
  intake: ['handover', 'edit'],
  processing: ['send', 'rework', 'assign'],
  rework: ['handover', 'edit'],
  delivery_queued: ['assign'],
  delivery_on_demand: ['send', 'assign'],
  sent: ['assign'],
  sent_by_courier: ['assign'],
  in_agency: ['assign'],
  awaiting_notice: ['issue'],
  ready_to_issue: ['issue'],
  unclaimed: ['issue'],
};

// How far along the road the case is.
const progress: Record<Status, number> = {
  draft: 0,
  intake: 1,
  rework: 1,
  processing: 2,
  delivery_on_demand: 2,
  delivery_queued: 3,
  sent: 3,
  sent_by_courier: 3,
  in_agency: 3,
  awaiting_notice: 4,
  ready_to_issue: 4,
  closed: 5,
  refused_intake: 5,
  withdrawn: 5,
  unclaimed: 5,
};

// Up to where a refusal is worth telling: what lies behind needs no reason.
const worthTelling: Partial<Record<ActionName, number>> = {
  file: 0,
  handover: 1,
  rework: 2,
  send: 2,
  withdraw: 4,
  issue: 4,
};

// A button in the header, a line under «Ещё».
export type Arranged = { header: NextAction[]; more: NextAction[] };

// Who looks at the case, and from which branch.
type Viewer = { user: { id: string }; branch?: { id: string } };

export function arrange(application: Application, { user, branch }: Viewer): Arranged {
  const { actions, status, executor } = application;
  const offered = actions
    .filter(({ action }) => action !== 'assign' || executor?.id !== user.id)
    // What goes on paper goes in a package.
    .filter(({ action }) => action !== 'send' || application.service.electronic)
    .map((action) => startable(action, application, branch?.id))
    .filter((action) => action.allowed || isWorthTelling(action, status));
  const wanted = natural[status] ?? [];
  const header = wanted.flatMap((name) => offered.find(({ action }) => action === name) ?? []);
  const rest = offered.filter((action) => !header.includes(action));
  return { header, more: [...rest].sort((a, b) => Number(b.allowed) - Number(a.allowed)) };
}

function isWorthTelling({ action }: NextAction, status: Status) {
  return progress[status] <= (worthTelling[action] ?? -1);
}

// The server allows the issue once the signed receipt is there; it is uploaded in the dialog of the issue itself.
function startable(
  action: NextAction,
  application: Application,
  branchId: string | undefined,
): NextAction {
  const { actions, status, decision, result_papers: papers = [], branch } = application;
  const mayUpload = actions.some(({ action: name, allowed }) => name === 'upload' && allowed);
  const waits = progress[status] === 4 || (status === 'unclaimed' && decision !== undefined);
  // Papers lie in one place, and only there can they be handed out.
  const isHere = papers.length === 0 || branch.id === branchId;
  return action.action === 'issue' && waits && mayUpload && isHere
    ? { action: 'issue', allowed: true }
    : action;
}

export function actionOf(application: Application, name: ActionName): NextAction | undefined {
  return application.actions.find(({ action }) => action === name);
}

// Scans go to the checklist while the set is being put together.
export function mayAddScans(application: Application) {
  return progress[application.status] <= 2 && actionOf(application, 'upload')?.allowed === true;
}

// Before it goes to the agency: what the applicant signed can still be put right.
export function isStillHere(status: Status) {
  return ['draft', 'intake', 'rework', 'processing'].includes(status);
}

export function isFinished(status: Status) {
  return progress[status] === 5;
}
