// SPDX-License-Identifier: Apache-2.0
import { useRight } from '@/lib/session.ts';
import { useToast } from '@/ui/toast.tsx';
import { ApplicantPicker } from './applicant-picker.tsx';
import { type Inquiry, useBind } from './inquiry.ts';

// An answer asked for while the card was still being written: once the card is chosen it can be taken over.
export function BindApplicant({ inquiry }: { inquiry: Inquiry }) {
  const toast = useToast();
  const maySend = useRight('inquiries.send');
  const bind = useBind(inquiry);
  if (!maySend || inquiry.applicant_id || !inquiry.answer?.has_data) return null;
  return (
    <ApplicantPicker
      hint="inquiry.bind.hint"
      onChange={(id) =>
        id && bind.mutate({ applicant_id: id, version: inquiry.version }, { onError: toast.failed })
      }
    />
  );
}
