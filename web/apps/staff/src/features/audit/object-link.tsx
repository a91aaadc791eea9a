// SPDX-License-Identifier: Apache-2.0
import type { PlainKey, T } from '@/lib/language.tsx';
import { useT } from '@/lib/language.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import type { AuditEntry } from './audit-entries.ts';

const kinds: Record<string, PlainKey> = {
  application: 'audit.kind.application',
  applicant: 'audit.kind.applicant',
  registration: 'audit.kind.registration',
  document: 'audit.kind.document',
  call: 'audit.kind.call',
  session: 'audit.kind.session',
  user: 'audit.kind.user',
  smev_message: 'audit.kind.smev_message',
};

const reasons: Record<string, PlainKey> = {
  intake: 'audit.reason.intake',
  search: 'audit.reason.search',
  case: 'audit.reason.case',
  call: 'audit.reason.call',
};

export const objectKinds = Object.keys(kinds);

// A kind or reason that this page does not know yet is shown by its code.
export function objectKindName(kind: string, t: T) {
  const key = kinds[kind];
  return key ? t(key) : kind;
}

export function reasonName(reason: string, t: T) {
  const key = reasons[reason];
  return key ? t(key) : reason;
}

export function ObjectLink({ entry }: { entry: AuditEntry }) {
  const t = useT();
  const name = objectKindName(entry.object_kind, t);
  // Following the link is not opening the row; and it is an opening of its own in this journal.
  const stop = (event: { stopPropagation: () => void }) => event.stopPropagation();
  const params = { id: entry.object_id };
  if (!entry.object_id) return name;
  if (entry.object_kind === 'application') {
    return (
      <TextLink to="/cases/$id" params={params} onClick={stop} tabIndex={-1}>
        {name}
      </TextLink>
    );
  }
  if (entry.object_kind === 'applicant') {
    return (
      <TextLink to="/applicants/$id" params={params} onClick={stop} tabIndex={-1}>
        {name}
      </TextLink>
    );
  }
  if (entry.object_kind === 'registration') {
    return (
      <TextLink to="/registrations/$id" params={params} onClick={stop} tabIndex={-1}>
        {name}
      </TextLink>
    );
  }
  return name;
}
