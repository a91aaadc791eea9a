// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { useSession } from '@/lib/session.ts';
import { TextLink } from '@/ui/text-link.tsx';
import type { AuditEntry } from './audit-entries.ts';
import { objectName } from './words.ts';

const pages = {
  application: { to: '/cases/$id', right: 'applications.view' },
  applicant: { to: '/applicants/$id', right: 'applicants.view' },
  registration: { to: '/registrations/$id', right: 'registrations.view' },
  inquiry: { to: '/inquiries/$id', right: 'inquiries.view' },
  package: { to: '/packages/$id', right: 'packages.manage' },
  courier_run: { to: '/courier-runs/$id', right: 'packages.manage' },
} as const;

function pageOf(kind: string) {
  return kind in pages ? pages[kind as keyof typeof pages] : undefined;
}

// A link for those who may open the object; the journal itself is also for those who may not.
export function ObjectLink({ entry }: { entry: AuditEntry }) {
  const t = useT();
  const { rights } = useSession();
  const name = objectName(entry, t);
  const page = pageOf(entry.object_kind);
  if (!page || !entry.object_id || !rights.includes(page.right)) {
    return <span title={name}>{name}</span>;
  }
  return (
    <TextLink to={page.to} params={{ id: entry.object_id }} tabIndex={-1} title={name}>
      {name}
    </TextLink>
  );
}
