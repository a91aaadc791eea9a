// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { hasCode } from '@okno/api/problem';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '@/lib/language.tsx';
import { ApplicationStatusPill } from '@/ui/application-status.tsx';
import { HistoryList } from '@/ui/history-list.tsx';
import { Page } from '@/ui/page.tsx';
import { PaperWarning } from '@/ui/paper-warning.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { Section } from '@/ui/section.tsx';
import { SeenByLink } from '@/ui/seen-by-link.tsx';
import { TabBar, TabLink } from '@/ui/tab-bar.tsx';
import { TermLeft } from '@/ui/term-left.tsx';
import { TextLink } from '@/ui/text-link.tsx';
import { isFinished, isStillHere } from './actions.ts';
import {
  type Application,
  type AskedAgencies,
  applicationQuery,
  isGone,
  type PaperSlot,
  type RequestSlot,
} from './application.ts';
import { CaseActions } from './case-actions.tsx';
import { CaseDocuments } from './case-documents.tsx';
import { CaseForm } from './case-form.tsx';
import classes from './case-page.module.css';
import { CasePeople } from './case-people.tsx';
import { Issued } from './issued.tsx';
import { NextStep } from './next-step.tsx';
import { Stages } from './stages.tsx';

const route = getRouteApi('/frame/cases/$id');

// Parts of the case that belong to other parts of the workplace, for those who may see them.
type CaseParts = {
  // The exchange about the case.
  messages?: ReactNode;
  // What agencies have answered about it.
  answers?: ReactNode;
  // Inquiries made for it.
  inquiries?: (application: Application) => ReactNode;
  // Asking an agency for a document of the checklist.
  request?: RequestSlot;
  asked?: AskedAgencies;
};

export type CasePageProps = CaseParts & { id: string; paper?: PaperSlot };

export function CasePage({ id, answers, asked, paper, ...others }: CasePageProps) {
  const t = useT();
  const query = useQuery(applicationQuery(id));
  const gone = isGone(query.error);
  const again = gone ? undefined : () => void query.refetch();
  const problem = <ProblemAlert error={query.error} onRetry={again} />;
  if (query.isPending) return <RoutePending />;
  const application = query.data;
  const onPaper = application?.service.electronic === false ? paper : undefined;
  if (!application || gone) {
    return (
      <Page title={application?.number ?? t('case.case')}>
        {problem}
        {hasCode(query.error, 'applications.not_found') && <PerhapsElsewhere />}
      </Page>
    );
  }
  return (
    <Page
      scrolling
      title={application.number ?? t('case.draft')}
      aside={
        <>
          <Text span>{application.service.short_name}</Text>
          {!application.service.electronic && (
            <Text span c="dimmed">
              {t('case.onPaper')}
            </Text>
          )}
          <ApplicationStatusPill status={application.status} />
          {application.days_left !== undefined && !isFinished(application.status) && (
            <TermLeft days={application.days_left} urgency={application.urgency} />
          )}
          <Issued application={application} />
        </>
      }
      actions={
        <>
          <SeenByLink kind="application" id={id} />
          {application.status === 'processing' && onPaper?.step?.(application)}
          <CaseActions
            application={application}
            asked={asked}
            request={others.request}
            withdrawal={onPaper?.withdrawal}
          />
        </>
      }
    >
      {problem}
      <div className={classes.columns}>
        <div className={classes.next}>
          {isStillHere(application.status) && <PaperWarning papers={application.papers} />}
          <NextStep
            application={application}
            asked={asked}
            packages={onPaper?.packages(application)}
          />
          <Stages application={application} />
        </div>
        <div className={classes.matter}>
          <Matter application={application} asked={asked} {...others} />
        </div>
        <aside className={classes.people}>
          {answers}
          <CasePeople application={application} />
        </aside>
      </div>
    </Page>
  );
}

// A link from a colleague of another branch: what is told of a case there is told by its number.
function PerhapsElsewhere() {
  const t = useT();
  return (
    <Text size="sm">
      {t('case.notFound')}{' '}
      <TextLink to="/cases" search={{ list: 'all' }}>
        {t('case.notFound.list')}
      </TextLink>
    </Text>
  );
}

type MatterProps = Omit<CaseParts, 'answers'> & { application: Application };

function Matter({ application, messages, inquiries, request, asked }: MatterProps) {
  const t = useT();
  const { tab } = route.useSearch();
  const parts: { name: Tab; content: ReactNode }[] = [
    { name: 'application', content: <CaseForm application={application} /> },
    {
      name: 'documents',
      content: <CaseDocuments application={application} request={request} asked={asked} />,
    },
    ...(inquiries ? [{ name: 'inquiries' as const, content: inquiries(application) }] : []),
    // On paper nothing goes through the bus.
    ...(messages && application.service.electronic
      ? [{ name: 'messages' as const, content: messages }]
      : []),
    { name: 'history', content: <CaseHistory application={application} /> },
  ];
  const shown = parts.find(({ name }) => name === tab) ?? parts[0];
  return (
    <>
      <TabBar label={t('case.tabs')}>
        {parts.map(({ name }) => (
          <TabLink
            key={name}
            to="/cases/$id"
            params={{ id: application.id }}
            search={{ tab: name }}
            replace
            title={t(`case.tab.${name}`)}
            current={name === shown?.name}
          />
        ))}
      </TabBar>
      {shown?.content}
    </>
  );
}

type Tab = 'application' | 'documents' | 'inquiries' | 'messages' | 'history';

function CaseHistory({ application }: { application: Application }) {
  const t = useT();
  return (
    <Section title={t('case.tab.history')}>
      <HistoryList entries={application.history} />
    </Section>
  );
}
