// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '@/lib/language.tsx';
import { ColumnsLayout } from '@/ui/columns-layout.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { SeenByLink } from '@/ui/seen-by-link.tsx';
import { AnswerSection } from './answer-section.tsx';
import { BindApplicant } from './bind-applicant.tsx';
import { CardComparison } from './card-comparison.tsx';
import { actionOf, type Inquiry, inquiryQuery } from './inquiry.ts';
import { InquiryEditor } from './inquiry-editor.tsx';
import { InquiryFacts } from './inquiry-facts.tsx';
import { InquirySent } from './inquiry-sent.tsx';
import { InquiryStatePill } from './inquiry-state.tsx';

export function InquiryPage({ id }: { id: string }) {
  const t = useT();
  const query = useQuery(inquiryQuery(id));
  const problem = <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <RoutePending />;
  if (!query.data) return <Page title={t('inquiry.inquiry')}>{problem}</Page>;
  const inquiry = query.data;
  const editable = actionOf(inquiry, 'edit')?.allowed === true;
  return editable ? (
    <InquiryEditor inquiry={inquiry} frame={(parts) => <Frame inquiry={inquiry} {...parts} />} />
  ) : (
    <InquirySent inquiry={inquiry} frame={(parts) => <Frame inquiry={inquiry} {...parts} />} />
  );
}

export type FrameParts = { actions?: ReactNode; main: ReactNode };

function Frame({ inquiry, actions, main }: FrameParts & { inquiry: Inquiry }) {
  const t = useT();
  return (
    <Page
      scrolling
      title={inquiry.number ?? t('inquiry.new')}
      aside={
        <>
          <span>{inquiry.title}</span>
          <InquiryStatePill inquiry={inquiry} />
        </>
      }
      actions={
        <>
          <SeenByLink kind="inquiry" id={inquiry.id} />
          {actions}
        </>
      }
    >
      <ColumnsLayout
        main={
          <>
            <AnswerSection
              inquiry={inquiry}
              below={
                <>
                  <BindApplicant inquiry={inquiry} />
                  <CardComparison inquiry={inquiry} />
                </>
              }
            />
            {main}
          </>
        }
        aside={<InquiryFacts inquiry={inquiry} />}
      />
    </Page>
  );
}
