// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { upload } from '@okno/api/upload';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { UploadFile } from '@/lib/uploads.ts';
import { type Application, type ApplicationDocument, applicationQuery } from './application.ts';

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

// Taken away again, as long as the case still takes files.
export function useRemoveFrom(applicationId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (documentId: string) =>
      take(
        api.DELETE('/api/v1/applications/{id}/documents/{document_id}', {
          params: { path: { id: applicationId, document_id: documentId } },
        }),
      ),
    onSettled: () => queries.invalidateQueries(applicationQuery(applicationId)),
  });
}

// The documents with which the agency has answered.
export function answersOf({ documents }: Application) {
  return documents.filter(({ source, item }) => source === 'agency' && item === 'answer');
}

// What is put into the recipient's hands: documents of the answer, and papers that came without a file.
export function thingsToHand(application: Application, sheets: (count: number) => string) {
  const documents = answersOf(application).map(({ id, title, name }) => ({
    id,
    title: title || name,
    isDocument: true,
  }));
  const papers = (application.result_papers ?? []).map((paper, at) => ({
    id: `paper.${at}`,
    title: `${paper.title}, ${sheets(paper.sheets)}`,
    isDocument: false,
  }));
  return [...documents, ...papers];
}
