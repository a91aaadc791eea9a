// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { getRouteApi } from '@tanstack/react-router';
import type { PaperSlot } from '@/features/case/application.ts';
import { CasePage } from '@/features/case/case-page.tsx';
import { useAskedAgencies } from '@/features/inquiries/asked-agencies.ts';
import { InquiryAnswers } from '@/features/inquiries/inquiry-answers.tsx';
import { InquiryList } from '@/features/inquiries/inquiry-list.tsx';
import { RequestItem } from '@/features/inquiries/request-item.tsx';
import {
  CasePackageStep,
  CasePackages,
  CaseWhereabouts,
  CaseWithdrawal,
} from '@/features/packages/case-package.tsx';
import { useRight } from '@/lib/session.ts';
import { CaseMessages } from './case-messages.tsx';

const route = getRouteApi('/frame/cases/$id');

export function CaseRoute() {
  const { id } = route.useParams();
  const maySeeExchange = useRight('exchange.view');
  const maySeeInquiries = useRight('inquiries.view');
  const maySend = useRight('inquiries.send');
  const mayPack = useRight('packages.manage');
  const asked = useAskedAgencies(id, maySeeInquiries);
  return (
    <CasePage
      key={id}
      id={id}
      asked={asked}
      paper={mayPack ? forWhoPacks : forOthers}
      messages={maySeeExchange ? <CaseMessages subject={id} /> : undefined}
      answers={maySeeInquiries ? <InquiryAnswers application={id} /> : undefined}
      inquiries={
        maySeeInquiries
          ? ({ service }) => <InquiryList of={{ application: id }} service={service.code} />
          : undefined
      }
      request={
        maySend
          ? ({ service }, item, person) => (
              <RequestItem application={id} item={item} service={service.code} person={person} />
            )
          : undefined
      }
    />
  );
}

const forOthers: PaperSlot = {
  packages: (application) => <CaseWhereabouts of={application} />,
  withdrawal: (application) => <CaseWithdrawal of={application} />,
};

const forWhoPacks: PaperSlot = {
  ...forOthers,
  step: (application) => <CasePackageStep of={application} />,
  packages: (application) => <CasePackages of={application} />,
};
