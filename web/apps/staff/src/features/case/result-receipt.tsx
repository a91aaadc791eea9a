// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Text } from '@mantine/core';
import { mdiPrinterOutline } from '@mdi/js';
import { fileKinds, largestFile } from '@/lib/file-limits.ts';
import { useT } from '@/lib/language.tsx';
import { FileDrop } from '@/ui/file-drop.tsx';
import { Icon } from '@/ui/icon.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { Application } from './application.ts';
import { CaseFiles } from './case-files.tsx';
import { useRemoveFrom, useUploadTo } from './documents.ts';
import { openPrint } from './printing.ts';

export function PrintReceipt({ application }: { application: Application }) {
  const t = useT();
  return (
    <>
      <Text size="sm" mb="xs">
        {t('case.issue.print')}
      </Text>
      <Button
        size="xs"
        variant="default"
        disabled={!application.recipient}
        leftSection={<Icon path={mdiPrinterOutline} size={16} />}
        onClick={() => openPrint(application, 'result_receipt')}
      >
        {t('case.print.result_receipt')}
      </Button>
    </>
  );
}

export function SignedReceipt({ application }: { application: Application }) {
  const t = useT();
  const send = useUploadTo(application.id, 'signed_receipt');
  const remove = useRemoveFrom(application.id);
  const toast = useToast();
  const receipts = application.documents.filter(({ item }) => item === 'signed_receipt');
  return (
    <>
      <Text size="sm" mb="xs">
        {t('case.issue.receipt')}
      </Text>
      {receipts.length > 0 && (
        <CaseFiles
          application={application}
          documents={receipts}
          label={t('case.issue.receipts')}
          action={(file) => (
            <CloseButton
              size="sm"
              aria-label={t('file.remove', { name: file.name })}
              onClick={() => remove.mutate(file.id, { onError: toast.failed })}
            />
          )}
        />
      )}
      <FileDrop
        label={t('case.issue.receipts')}
        accept={fileKinds}
        maxBytes={largestFile}
        compact={receipts.length > 0}
        upload={send}
      />
    </>
  );
}
