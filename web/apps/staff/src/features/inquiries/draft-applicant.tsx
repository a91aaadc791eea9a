// SPDX-License-Identifier: Apache-2.0
import { Box } from '@mantine/core';
import { useT } from '@/lib/language.tsx';
import { useToast } from '@/ui/toast.tsx';
import { ApplicantPicker } from './applicant-picker.tsx';
import { type Inquiry, useBind } from './inquiry.ts';
import type { useInquiryForm } from './inquiry-form.ts';

type DraftApplicantProps = { inquiry: Inquiry; form: ReturnType<typeof useInquiryForm> };

// Whom a draft is about: chosen or changed until it is sent. What is typed is brought to the server first, so that the
// card fills only what stands empty or came from the card before.
export function DraftApplicant({ inquiry, form }: DraftApplicantProps) {
  const t = useT();
  const toast = useToast();
  const bind = useBind(inquiry);
  const choose = async (applicant_id: string | undefined) => {
    if (!applicant_id || applicant_id === inquiry.applicant_id || bind.isPending) return;
    if (!(await form.flush())) return;
    bind.mutate(
      { applicant_id, version: form.version() },
      { onSuccess: () => toast.done(t('inquiry.about.filled')), onError: toast.failed },
    );
  };
  return (
    <Box maw="28rem" mb="md">
      <ApplicantPicker
        key={inquiry.applicant_id ?? ''}
        value={inquiry.applicant_id}
        name={inquiry.applicant_id && inquiry.subject_name}
        hint="inquiry.about.changeHint"
        clearable={false}
        disabled={bind.isPending}
        onChange={(id) => void choose(id)}
      />
    </Box>
  );
}
