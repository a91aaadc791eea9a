// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { api, type Schemas, take } from '@okno/api';
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '@/lib/language.tsx';
import { useConfirm } from '@/ui/confirm-dialog.tsx';
import { FileList } from '@/ui/file-list.tsx';
import { useToast } from '@/ui/toast.tsx';
import classes from './intake.module.css';
import { applicationQuery } from './queries.ts';

type ApplicationFilesProps = {
  applicationId: string;
  documents: Schemas['ApplicationDocument'][];
  removable: boolean;
  // An agency has answered for the document: what it brought stays.
  obtained?: boolean;
};

export function ApplicationFiles({
  applicationId,
  documents,
  removable,
  obtained,
}: ApplicationFilesProps) {
  const t = useT();
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  if (documents.length === 0) return null;
  const remove = async (document: Schemas['ApplicationDocument']) => {
    if (
      !(await confirm({
        title: t('intake.removeFile'),
        text: document.name,
        action: t('intake.removeFile.do'),
        danger: true,
      }))
    )
      return;
    try {
      await take(
        api.DELETE('/api/v1/applications/{id}/documents/{document_id}', {
          params: { path: { id: applicationId, document_id: document.id } },
        }),
      );
      await queries.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey });
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <div className={classes.files}>
      {documents.map((document) => (
        <div key={document.id} className={classes.file}>
          <FileList
            label={document.name}
            files={[
              {
                ...document,
                url: `/api/v1/applications/${applicationId}/documents/${document.id}`,
              },
            ]}
          />
          {removable && !(obtained && document.source === 'inquiry') && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              onClick={() => void remove(document)}
              aria-label={`${t('intake.removeFile.do')}: ${document.name}`}
            >
              {t('intake.removeFile.do')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
