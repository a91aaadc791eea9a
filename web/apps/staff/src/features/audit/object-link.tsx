// SPDX-License-Identifier: Apache-2.0
import type { PlainKey, T } from '@/lib/language.tsx';
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { TextLink } from '@/ui/text-link.tsx';
import type { AuditEntry } from './audit-entries.ts';

const kinds: Record<string, PlainKey> = {
  application: 'audit.kind.application',
  applicant: 'audit.kind.applicant',
  registration: 'audit.kind.registration',
  applicants: 'audit.kind.applicants',
  applications: 'audit.kind.applications',
  registrations: 'audit.kind.registrations',
  inquiries: 'audit.kind.inquiries',
  inquiry: 'audit.kind.inquiry',
  call: 'audit.kind.call',
  calls: 'audit.kind.calls',
  session: 'audit.kind.session',
  user: 'audit.kind.user',
  smev_message: 'audit.kind.smev_message',
  audit: 'audit.kind.audit',
};

const reasons: Record<string, PlainKey> = {
  intake: 'audit.reason.intake',
  search: 'audit.reason.search',
  case: 'audit.reason.case',
  call: 'audit.reason.call',
};

// What was typed into a search, by kind: "search:name,number".
const terms: Record<string, PlainKey> = {
  name: 'audit.term.name',
  number: 'audit.term.number',
  date: 'audit.term.date',
};

export const objectKinds = Object.keys(kinds);

// A kind or reason that this page does not know yet is shown by its code.
export function objectKindName(kind: string, t: T) {
  const key = kinds[kind];
  return key ? t(key) : kind;
}

export function reasonName(reason: string, t: T) {
  const [word = '', kinds] = reason.split(':');
  const key = reasons[word];
  if (!key) return reason;
  if (!kinds) return t(key);
  const names = kinds.split(',').map((kind) => (terms[kind] ? t(terms[kind]) : kind));
  return `${t(key)}: ${names.join(', ')}`;
}

const pages = {
  application: { to: '/cases/$id', right: 'applications.view' },
  applicant: { to: '/applicants/$id', right: 'applicants.view' },
  registration: { to: '/registrations/$id', right: 'registrations.view' },
  inquiry: { to: '/inquiries/$id', right: 'inquiries.view' },
} as const;

function pageOf(kind: string) {
  return kind in pages ? pages[kind as keyof typeof pages] : undefined;
}

// A link for those who may open the object; the journal itself is also for those who may not.
export function ObjectLink({ entry }: { entry: AuditEntry }) {
  const t = useT();
  const { rights } = useSession();
  const name = objectKindName(entry.object_kind, t);
  const page = pageOf(entry.object_kind);
  if (!page || !entry.object_id || !rights.includes(page.right)) return name;
  return (
    <TextLink to={page.to} params={{ id: entry.object_id }} tabIndex={-1}>
      {name}
    </TextLink>
  );
}
