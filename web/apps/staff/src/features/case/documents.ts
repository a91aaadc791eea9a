// SPDX-License-Identifier: Apache-2.0
import { upload } from '@okno/api/upload';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { UploadFile } from '@/lib/uploads.ts';
import {
  type Application,
  type ApplicationDocument,
  applicationQuery,
  documentUrl,
} from './application.ts';

// Sends a file to a place of the case: a line of the checklist, signed_receipt, other.
// Files are no part of what the version guards, so the case is only read again.
export function useUploadTo(applicationId: string, item: string, title?: string): UploadFile {
  const queries = useQueryClient();
  return useCallback(
    async (file, { signal, idempotencyKey, onProgress }) => {
      await upload<ApplicationDocument>({
        url: `/api/v1/applications/${applicationId}/documents`,
        fields: title ? { item, title, file } : { item, file },
        headers: { 'Idempotency-Key': idempotencyKey },
        signal,
        onProgress,
      });
      await queries.invalidateQueries(applicationQuery(applicationId));
    },
    [applicationId, item, title, queries],
  );
}

// As FileList wants them.
export function listed(application: Application, documents: ApplicationDocument[]) {
  return documents.map((document) => ({
    ...document,
    url: documentUrl(application.id, document.id),
  }));
}
