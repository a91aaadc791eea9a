// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import {
  mdiAlertCircleOutline,
  mdiBankOutline,
  mdiCheckCircleOutline,
  mdiMinusCircleOutline,
} from '@mdi/js';
import { fileKinds, largestFile } from '@/lib/file-limits.ts';
import { useT } from '@/lib/language.tsx';
import { markText } from '@/lib/mark-text.ts';
import { FileDrop } from '@/ui/file-drop.tsx';
import { StatusPill } from '@/ui/status-pill.tsx';
import type { Application, AskedAgencies, ChecklistItem, RequestSlot } from './application.ts';
import { CaseFiles } from './case-files.tsx';
import classes from './case-page.module.css';
import { DocumentAnswers } from './document-answers.tsx';
import { useUploadTo } from './documents.ts';
import { ItemRequest } from './item-request.tsx';

type ChecklistLineProps = {
  application: Application;
  item: ChecklistItem;
  addable: boolean;
  // For a document an agency can be asked for (210-ФЗ art. 7).
  request?: RequestSlot;
  asked?: AskedAgencies;
};

// One document of the checklist: whether it is there, in which form, and its scans.
export function ChecklistLine({ application, item, addable, request, asked }: ChecklistLineProps) {
  const t = useT();
  const send = useUploadTo(application.id, item.code);
  const answers = item.answers ?? [];
  // Its inquiry tells how far it is.
  const waiting = asked?.items.has(item.code) && answers.length === 0 && !item.given;
  // Where it can not be asked for, its place in the line says so.
  const unaskable = request && asked && isUnaskable(item, asked);
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
          <DocumentAnswers answers={answers} persons={item.persons} differing={asked?.differing} />
          {notes.map((note) => (
            <Text key={String(note)} size="xs" c="dimmed">
              {note}
            </Text>
          ))}
        </div>
        <div className={classes.itemState}>
          {(item.persons || !waiting) && !unaskable && <ItemState item={item} />}
          {!item.persons && answers.length === 0 && request?.(application, item)}
        </div>
      </div>
      {item.persons && <ItemRequest application={application} item={item} request={request} />}
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

function isUnaskable({ code, need, given, answers }: ChecklistItem, { askable }: AskedAgencies) {
  return need === 'inquiry' && !given && !answers?.length && !askable.has(code);
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
  const persons = item.persons ?? [];
  const answered = persons.filter((person) => person.answered).length;
  if (answered > 0) {
    const text = t('case.item.answeredSome', { answered, all: persons.length });
    return <StatusPill tone="wait" icon={mdiBankOutline} text={text} />;
  }
  if (!item.persons && item.answers?.length) {
    return <StatusPill tone="calm" icon={mdiMinusCircleOutline} text={t('case.item.noData')} />;
  }
  if (item.need === 'inquiry') {
    return <StatusPill tone="info" icon={mdiBankOutline} text={t('case.item.inquiry')} />;
  }
  // Required and yet not missing: another document of its group is there.
  const text = item.need === 'required' ? t('case.item.replaced') : t('case.item.optional');
  return <StatusPill tone="calm" icon={mdiMinusCircleOutline} text={text} />;
}
