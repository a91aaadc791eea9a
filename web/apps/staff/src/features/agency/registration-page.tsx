// SPDX-License-Identifier: Apache-2.0
import { hasCode } from '@okno/api/problem';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { ActionButton } from '@/ui/action-button.tsx';
import { ColumnsLayout } from '@/ui/columns-layout.tsx';
import { HistoryList } from '@/ui/history-list.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { Section } from '@/ui/section.tsx';
import { SeenByLink } from '@/ui/seen-by-link.tsx';
import { TermLeft } from '@/ui/term-left.tsx';
import { useToast } from '@/ui/toast.tsx';
import { useAccept } from './acceptance.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { type ActionName, actionOf, type Registration, registrationQuery } from './registration.ts';
import { RegistrationContent } from './registration-content.tsx';
import { RegistrationFacts } from './registration-facts.tsx';
import { RegistrationStatusPill } from './registration-status.tsx';
import { RoutingDialog } from './routing-dialog.tsx';

export function RegistrationPage({ id }: { id: string }) {
  const t = useT();
  const query = useQuery(registrationQuery(id));
  if (query.data) return <Card registration={query.data} />;
  if (query.isPending) return <RoutePending />;
  return (
    <Page title={t('agency.card')}>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
    </Page>
  );
}

function Card({ registration }: { registration: Registration }) {
  const t = useT();
  return (
    <Page
      scrolling
      title={registration.number}
      aside={
        <>
          <RegistrationStatusPill status={registration.status} />
          {registration.status !== 'decided' && (
            <TermLeft days={registration.days_left} urgency={registration.urgency} />
          )}
        </>
      }
      actions={
        <>
          <SeenByLink kind="registration" id={registration.id} />
          {registration.status !== 'decided' && <Actions registration={registration} />}
        </>
      }
    >
      <ColumnsLayout
        main={<RegistrationContent registration={registration} />}
        aside={
          <>
            <Section title={t('agency.facts')}>
              <RegistrationFacts registration={registration} />
            </Section>
            <Section title={t('history.title')}>
              <HistoryList entries={registration.history} />
            </Section>
          </>
        }
      />
    </Page>
  );
}

function Actions({ registration }: { registration: Registration }) {
  const t = useT();
  const toast = useToast();
  const queries = useQueryClient();
  const accept = useAccept(registration);
  const [opened, setOpened] = useState<'route' | 'decide'>();
  const close = () => setOpened(undefined);
  const runs: Record<ActionName, () => void> = {
    accept: () =>
      accept.mutate(undefined, {
        onSuccess: () => toast.done(t('agency.accepted')),
        onError: (error) => {
          if (!hasCode(error, 'request.stale')) return toast.failed(error);
          void queries.invalidateQueries(registrationQuery(registration.id));
          toast.done(t('agency.readAgain'));
        },
      }),
    route: () => setOpened('route'),
    decide: () => setOpened('decide'),
  };
  const names: ActionName[] = ['accept', 'decide', 'route'];
  const offered = names.flatMap((name) => actionOf(registration, name) ?? []);
  const primary = offered.find(({ allowed }) => allowed)?.action;
  useHotkeys(
    t('agency.card'),
    offered.map(({ action, allowed }) => ({
      keys: { accept: 'F8', decide: 'F9', route: 'F7' }[action],
      title: t(`agency.action.${action}`),
      enabled: allowed,
      run: runs[action],
    })),
  );

  return (
    <>
      {offered.map(({ action, allowed, why_not }) => (
        <ActionButton
          key={action}
          allowed={allowed}
          whyNot={why_not}
          variant={action === primary ? 'filled' : 'default'}
          loading={action === 'accept' && accept.isPending}
          onClick={runs[action]}
        >
          {t(`agency.action.${action}`)}
        </ActionButton>
      ))}
      {opened === 'route' && <RoutingDialog registration={registration} onClose={close} />}
      {opened === 'decide' && <DecisionDialog registration={registration} onClose={close} />}
    </>
  );
}
