// SPDX-License-Identifier: Apache-2.0
import type { ComponentProps } from 'react';
import { useRight } from '@/lib/session.ts';
import { FileList } from '@/ui/file-list.tsx';
import { type Application, type ApplicationDocument, documentUrl } from './application.ts';

type CaseFilesProps = Omit<ComponentProps<typeof FileList>, 'files'> & {
  application: Application;
  documents: ApplicationDocument[];
};

// Files of a case; who only tells people its state sees that they are there, not what they hold.
export function CaseFiles({ application, documents, ...list }: CaseFilesProps) {
  const mayOpen = useRight('applications.documents');
  const files = documents.map((document) => ({
    ...document,
    url: mayOpen ? documentUrl(application.id, document.id) : undefined,
  }));
  return <FileList files={files} {...list} />;
}
