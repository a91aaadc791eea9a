// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import type { Data } from '@okno/forms-core/schema';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { applicantQuery } from '@/features/applicants/applicant.ts';
import { ApplicantPage } from '@/features/applicants/applicant-page.tsx';
import { FillButton } from '@/features/inquiries/fill-button.tsx';
import { InquiryList } from '@/features/inquiries/inquiry-list.tsx';
import { ApplicantCardForm } from '@/features/intake/applicant-card-form.tsx';
import { useRight } from '@/lib/session.ts';

const route = getRouteApi('/frame/applicants/$id');

export function ApplicantRoute() {
  const { id } = route.useParams();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const maySeeInquiries = useRight('inquiries.view');
  return (
    <ApplicantPage
      key={id}
      id={id}
      fill={(card) => <FillButton applicantId={id} person={card as unknown as Data} />}
      edit={(card, onDone) => (
        <ApplicantCardForm
          alone
          card={card}
          onSaved={() => {
            void queries.invalidateQueries({ queryKey: applicantQuery(id).queryKey });
            onDone();
          }}
          onCancel={onDone}
          onOpenExisting={(other) =>
            void navigate({ to: '/applicants/$id', params: { id: other } })
          }
        />
      )}
      inquiries={maySeeInquiries && <InquiryList of={{ applicant: id }} />}
    />
  );
}
