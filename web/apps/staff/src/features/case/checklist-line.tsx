// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import {
  mdiAlertCircleOutline,
  mdiBankOutline,
  mdiCheckCircleOutline,
  mdiMinusCircleOutline,
} from '@mdi/js';
import type { ReactNode } from 'react';
import { fileKinds, largestFile } from '@/lib/file-limits.ts';
import { useT } from '@/lib/language.tsx';
import { FileDrop } from '@/ui/file-drop.tsx';
import { StatusPill } from '@/ui/status-pill.tsx';
import type { Application, ChecklistItem } from './application.ts';
import { CaseFiles } from './case-files.tsx';
import classes from './case-page.module.css';
import { DocumentAnswers } from './document-answers.tsx';
import { useUploadTo } from './documents.ts';
import { markText } from './mark-text.ts';

type ChecklistLineProps = {
  application: Application;
  item: ChecklistItem;
  addable: boolean;
  // For a document an agency can be asked for (210-ФЗ art. 7).
  request?: ReactNode;
  // Its inquiry has gone out.
  asked?: boolean;
};

// One document of the checklist: whether it is there, in which form, and its scans.
export function ChecklistLine({ application, item, addable, request, asked }: ChecklistLineProps) {
  const t = useT();
  const send = useUploadTo(application.id, item.code);
  const answers = item.answers ?? [];
  // Its inquiry tells how far it is.
  const waiting = asked && answers.length === 0 && !item.given;
  const notes = [item.note, item.returned && t('case.item.returned')].filter(Boolean);
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        <div className={classes.itemWords}>
          <Text size="sm">{item.title}</Text>
          {item.given && markText(item, t) && (
            <Text size="xs" c="dimmed">
              {markText(item, t)}
            </Text>
          )}
          <DocumentAnswers answers={answers} />
          {notes.map((note) => (
            <Text key={String(note)} size="xs" c="dimmed">
              {note}
            </Text>
          ))}
        </div>
        <div className={classes.itemState}>
          {!waiting && <ItemState item={item} />}
          {answers.length === 0 && request}
        </div>
      </div>
      {item.documents.length > 0 && (
        <CaseFiles application={application} documents={item.documents} label={item.title} />
      )}
      {addable && (
        <FileDrop
          compact
          multiple
          label={item.title}
          accept={fileKinds}
          maxBytes={largestFile}
          upload={send}
        />
      )}
    </li>
  );
}

function ItemState({ item }: { item: ChecklistItem }) {
  const t = useT();
  if (item.obtained) {
    return <StatusPill tone="good" icon={mdiCheckCircleOutline} text={t('case.item.obtained')} />;
  }
  if (item.given) {
    return <StatusPill tone="good" icon={mdiCheckCircleOutline} text={t('case.item.given')} />;
  }
  if (item.missing) {
    return <StatusPill tone="bad" icon={mdiAlertCircleOutline} text={t('case.item.missing')} />;
  }
  if (item.answers?.length) {
    return <StatusPill tone="calm" icon={mdiMinusCircleOutline} text={t('case.item.noData')} />;
  }
  if (item.need === 'inquiry') {
    return <StatusPill tone="info" icon={mdiBankOutline} text={t('case.item.inquiry')} />;
  }
  // Required and yet not missing: another document of its group is there.
  const text = item.need === 'required' ? t('case.item.replaced') : t('case.item.optional');
  return <StatusPill tone="calm" icon={mdiMinusCircleOutline} text={text} />;
}
