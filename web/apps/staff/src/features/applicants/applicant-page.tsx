// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { mdiPencilOutline, mdiPlus } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { mayTakeIn, useRight, useSession } from '@/lib/session.ts';
import { ColumnsLayout } from '@/ui/columns-layout.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { Section } from '@/ui/section.tsx';
import { SeenByLink } from '@/ui/seen-by-link.tsx';
import { type Applicant, applicantQuery } from './applicant.ts';
import { ApplicantApplications } from './applicant-applications.tsx';
import { ApplicantChanges } from './applicant-changes.tsx';
import { ApplicantFacts } from './applicant-facts.tsx';
import { ApplicantFiles } from './applicant-files.tsx';

type ApplicantPageProps = {
  id: string;
  // Filling the card from an agency's answer, and the inquiries about the person: another part of the workplace.
  fill?: (card: Applicant) => ReactNode;
  // Correcting the card, until it is done.
  edit?: (card: Applicant, onDone: () => void) => ReactNode;
  inquiries?: ReactNode;
};

// The card to look at and to correct.
export function ApplicantPage({ id, fill, edit, inquiries }: ApplicantPageProps) {
  const t = useT();
  const navigate = useNavigate();
  const mayBegin = mayTakeIn(useSession());
  const maySeeCases = useRight('applications.view');
  const mayEdit = useRight('applicants.edit');
  const [editing, setEditing] = useState(false);
  const applicant = useQuery(applicantQuery(id));
  if (applicant.isPending) return <RoutePending />;
  if (!applicant.data) {
    return (
      <Page title={t('card.card')}>
        <ProblemAlert error={applicant.error} onRetry={() => void applicant.refetch()} />
      </Page>
    );
  }
  return (
    <Page
      scrolling
      title={applicant.data.display_name}
      actions={
        <>
          <SeenByLink kind="applicant" id={id} />
          {mayEdit && fill?.(applicant.data)}
          {mayEdit && edit && !editing && (
            <Button
              variant="default"
              leftSection={<Icon path={mdiPencilOutline} size={18} />}
              onClick={() => setEditing(true)}
            >
              {t('card.edit')}
            </Button>
          )}
          {mayBegin && (
            <Button
              leftSection={<Icon path={mdiPlus} size={18} />}
              onClick={() => void navigate({ to: '/intake', search: { applicant: id } })}
            >
              {t('card.begin')}
            </Button>
          )}
        </>
      }
    >
      <ColumnsLayout
        main={
          <>
            {editing && edit ? (
              edit(applicant.data, () => setEditing(false))
            ) : (
              <Section title={t('card.card')}>
                <ApplicantFacts applicant={applicant.data} />
              </Section>
            )}
            {maySeeCases && (
              <Section title={t('card.applications')}>
                <ApplicantApplications id={id} />
              </Section>
            )}
            {inquiries}
          </>
        }
        aside={
          <>
            <ApplicantFiles id={id} />
            <Section title={t('card.changes')}>
              <ApplicantChanges id={id} />
            </Section>
          </>
        }
      />
    </Page>
  );
}
