// SPDX-License-Identifier: Apache-2.0
import {
  mdiBriefcaseOutline,
  mdiClipboardAccountOutline,
  mdiFileCodeOutline,
  mdiFileSearchOutline,
  mdiInboxArrowDownOutline,
  mdiPackageVariantClosed,
  mdiPhoneOutline,
  mdiShieldSearch,
  mdiSwapHorizontal,
} from '@mdi/js';
import type { PlainKey } from '@/lib/language.tsx';
import { mayTakeIn, type Session } from '@/lib/session.ts';

type SectionPath =
  | '/intake'
  | '/cases'
  | '/packages'
  | '/inquiries'
  | '/registrations'
  | '/calls'
  | '/smev'
  | '/message-types'
  | '/audit';

export type Section = { path: SectionPath; title: PlainKey; icon: string };

type Rule = Section & { allowed: (session: Session) => boolean };

function has(right: string) {
  return (session: Session) => session.rights.includes(right);
}

// The journal of messages is for those who work for the whole organization, as the access journal is: to a processor or an
// officer, who see the messages of their cases there, the section has nothing to show.
function seesWholeJournal({ rights }: Session) {
  return rights.includes('exchange.view') && rights.includes('audit.view');
}

const rules: Rule[] = [
  {
    path: '/intake',
    title: 'section.intake',
    icon: mdiClipboardAccountOutline,
    allowed: mayTakeIn,
  },
  {
    path: '/registrations',
    title: 'section.registrations',
    icon: mdiInboxArrowDownOutline,
    allowed: has('registrations.view'),
  },
  { path: '/calls', title: 'section.calls', icon: mdiPhoneOutline, allowed: has('calls.view') },
  {
    path: '/cases',
    title: 'section.cases',
    icon: mdiBriefcaseOutline,
    allowed: has('applications.view'),
  },
  {
    path: '/packages',
    title: 'section.packages',
    icon: mdiPackageVariantClosed,
    allowed: has('packages.manage'),
  },
  {
    path: '/inquiries',
    title: 'section.inquiries',
    icon: mdiFileSearchOutline,
    allowed: has('inquiries.view'),
  },
  { path: '/smev', title: 'section.smev', icon: mdiSwapHorizontal, allowed: seesWholeJournal },
  {
    path: '/message-types',
    title: 'section.messageTypes',
    icon: mdiFileCodeOutline,
    allowed: has('message_types.view'),
  },
  { path: '/audit', title: 'section.audit', icon: mdiShieldSearch, allowed: has('audit.view') },
];

// What the person may use, the most used first.
export function sectionsOf(session: Session): Section[] {
  return rules.filter((rule) => rule.allowed(session));
}

export function isWithin(pathname: string, section: string): boolean {
  // A courier's run belongs to the packages it takes.
  const place = pathname.startsWith('/courier-runs/') ? '/packages' : pathname;
  return place === section || place.startsWith(`${section}/`);
}

// Whether an address lies in a section the person may use. A case is corrected at the desk by who takes in none.
export function mayOpen(session: Session, pathname: string): boolean {
  const rule = rules.find(({ path }) => isWithin(pathname, path));
  return !rule || rule.path === '/intake' || rule.allowed(session);
}

// Who looks after others begins with the journal, everybody else with the first section of their own.
export function homeOf(session: Session): SectionPath | '/account' {
  const isAuditor = session.roles.includes('auditor') && session.rights.includes('audit.view');
  return isAuditor ? '/audit' : (sectionsOf(session)[0]?.path ?? '/account');
}
