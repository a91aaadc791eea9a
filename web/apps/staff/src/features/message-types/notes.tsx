// SPDX-License-Identifier: Apache-2.0
import { useT } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';
import classes from './message-types.module.css';
import type { MessageTypeVersion } from './version.ts';

// What the form can not show or check of the schema.
export function Notes({ notes }: { notes: MessageTypeVersion['notes'] }) {
  const t = useT();
  if (notes.length === 0) return null;
  return (
    <Notice tone="info" title={t('types.notes')}>
      <ul className={classes.problems}>
        {notes.map(({ path, text, code }) => (
          <li key={`${path} ${code}`}>{path ? `${path}: ${text}` : text}</li>
        ))}
      </ul>
    </Notice>
  );
}
