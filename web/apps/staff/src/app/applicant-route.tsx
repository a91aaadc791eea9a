// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import type { Data } from '@okno/forms-core/schema';
import { getRouteApi } from '@tanstack/react-router';
import { ApplicantPage } from '@/features/applicants/applicant-page.tsx';
import { FillButton } from '@/features/inquiries/fill-button.tsx';
import { InquiryList } from '@/features/inquiries/inquiry-list.tsx';
import { useRight } from '@/lib/session.ts';

const route = getRouteApi('/frame/applicants/$id');

export function ApplicantRoute() {
  const { id } = route.useParams();
  const maySeeInquiries = useRight('inquiries.view');
  return (
    <ApplicantPage
      key={id}
      id={id}
      fill={(card) => <FillButton applicantId={id} person={card as unknown as Data} />}
      inquiries={maySeeInquiries && <InquiryList of={{ applicant: id }} />}
    />
  );
}
