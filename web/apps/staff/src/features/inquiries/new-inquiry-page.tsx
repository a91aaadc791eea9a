// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { mdiFileSearchOutline } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '@/lib/language.tsx';
import { ColumnsLayout } from '@/ui/columns-layout.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { Section } from '@/ui/section.tsx';
import { ApplicantPicker } from './applicant-picker.tsx';
import { CaseApplicant } from './case-applicant.tsx';
import { inquiryTypesQuery } from './inquiries.ts';
import { useBegin } from './inquiry.ts';
import { TypeList } from './type-list.tsx';

const route = getRouteApi('/frame/inquiries/new');

// What to ask and about whom; the form comes filled from the card and the application.
export function NewInquiryPage() {
  const t = useT();
  const navigate = route.useNavigate();
  const { applicant, application, item, person, service } = route.useSearch();
  const types = useQuery(inquiryTypesQuery(service, item));
  const begin = useBegin();
  const choose = ({ name, documents }: { name: string; documents?: string[] }) => {
    if (begin.isPending) return;
    // Another type than one that brings the document may be chosen: it is made for none then.
    const brought = item && documents?.includes(item) ? item : undefined;
    begin.mutate(
      {
        type: name,
        applicant_id: applicant,
        application_id: application,
        item: brought,
        person: brought && person,
      },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/inquiries/$id', params: { id }, replace: true }),
      },
    );
  };
  if (types.isPending) return <RoutePending />;
  return (
    <Page scrolling title={t('inquiry.new')}>
      <ColumnsLayout
        main={
          <Section title={t('inquiry.choose')}>
            <ProblemAlert error={types.error} onRetry={() => void types.refetch()} />
            <ProblemAlert error={begin.error} focus />
            {types.data && types.data.items.length > 0 && (
              <TypeList types={types.data.items} onChosen={choose} />
            )}
            {types.data?.items.length === 0 && (
              <EmptyState
                icon={mdiFileSearchOutline}
                title={t('inquiry.types.empty')}
                text={t('inquiry.types.empty.text')}
              />
            )}
          </Section>
        }
        aside={
          <Section title={t('inquiry.subject')}>
            {application ? (
              <CaseApplicant application={application} />
            ) : (
              <ApplicantPicker
                value={applicant}
                onChange={(id) =>
                  void navigate({ search: { applicant: id, item, service }, replace: true })
                }
              />
            )}
          </Section>
        }
      />
    </Page>
  );
}
