// SPDX-License-Identifier: Apache-2.0
import { Checkbox, NumberInput, Text } from '@mantine/core';
import type { Schemas } from '@okno/api';
import { fileKinds, largestFile } from '@/lib/file-limits.ts';
import { useT } from '@/lib/language.tsx';
import type { UploadFile } from '@/lib/uploads.ts';
import { FileDrop } from '@/ui/file-drop.tsx';
import { ApplicationFiles } from './application-files.tsx';
import classes from './intake.module.css';
import { type Mark, markAt } from './marks.ts';
import { PaperFields } from './paper-fields.tsx';

type Item = Schemas['ChecklistItem'];
type ChecklistLineProps = {
  item: Item;
  // What was marked here and may not be at the server yet.
  mark?: Mark;
  applicationId: string;
  editable: boolean;
  onChange: (mark: Mark) => void;
  send: UploadFile;
};

export function documentId(code: string) {
  return `document-${code}`;
}

const forms = ['original', 'copy', 'original_and_copy', 'electronic'] as const;

export function ChecklistLine({
  item,
  mark,
  applicationId,
  editable,
  onChange,
  send,
}: ChecklistLineProps) {
  const t = useT();
  const shown: Mark = { ...markAt(item), ...mark };
  const change = (part: Partial<Mark>) => onChange({ ...shown, ...part });
  return (
    <li className={classes.document} data-missing={(item.missing && !shown.given) || undefined}>
      <div className={classes.documentHead}>
        <Checkbox
          id={documentId(item.code)}
          checked={shown.given ?? false}
          disabled={!editable}
          label={<Text fw={500}>{item.title}</Text>}
          description={item.note}
          onChange={(event) =>
            change({
              given: event.currentTarget.checked,
              ...(event.currentTarget.checked
                ? {
                    form: shown.form ?? 'copy',
                    sheets: shown.sheets || 1,
                    copies: shown.copies || 1,
                  }
                : {}),
            })
          }
        />
        {item.need === 'required' && (
          <span className={item.missing && !shown.given ? classes.missing : classes.need}>
            {item.group ? t('intake.oneOfGroup') : t('intake.need.required')}
          </span>
        )}
        {item.need === 'optional' && (
          <span className={classes.need}>{t('intake.need.optional')}</span>
        )}
        {item.returned && <span className={classes.need}>{t('intake.returned')}</span>}
      </div>
      {shown.given && (
        <div className={classes.documentMarks}>
          <PaperFields
            mark={shown}
            forms={forms}
            usual="copy"
            editable={editable}
            onChange={change}
          />
          <NumberInput
            size="xs"
            w="6rem"
            min={1}
            max={99}
            allowDecimal={false}
            label={t('intake.copies')}
            disabled={!editable}
            value={shown.copies ?? 1}
            onChange={(next) => change({ copies: Number(next) || 1 })}
          />
          {editable && (
            <FileDrop
              compact
              multiple
              label={item.title}
              accept={fileKinds}
              maxBytes={largestFile}
              keepAs={`${applicationId}.${item.code}`}
              upload={send}
            />
          )}
        </div>
      )}
      <ApplicationFiles
        applicationId={applicationId}
        documents={item.documents}
        removable={editable}
        obtained={item.obtained}
      />
    </li>
  );
}
