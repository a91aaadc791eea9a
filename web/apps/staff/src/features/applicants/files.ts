// SPDX-License-Identifier: Apache-2.0
import { api, type Schemas, take } from '@okno/api';
import { upload } from '@okno/api/upload';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { UploadFile } from '@/lib/uploads.ts';

type CardFile = Schemas['File'];

export function applicantFilesQuery(id: string) {
  return queryOptions({
    queryKey: ['applicant', id, 'files'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/applicants/{id}/files', { params: { path: { id } }, signal })),
  });
}

export function fileUrl(id: string, fileId: string) {
  return `/api/v1/applicants/${id}/files/${fileId}`;
}

// Sends a scan to the card. Without a title the file goes by its own name.
export function useUploadToCard(id: string, title: string): UploadFile {
  const queries = useQueryClient();
  return useCallback(
    async (file, { signal, idempotencyKey, onProgress }) => {
      await upload<CardFile>({
        url: `/api/v1/applicants/${id}/files`,
        fields: title ? { title, file } : { file },
        headers: { 'Idempotency-Key': idempotencyKey },
        signal,
        onProgress,
      });
      await queries.invalidateQueries(applicantFilesQuery(id));
    },
    [id, title, queries],
  );
}
