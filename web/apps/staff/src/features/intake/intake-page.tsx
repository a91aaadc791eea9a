// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Menu } from '@mantine/core';
import { mdiDotsHorizontal } from '@mdi/js';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState } from 'react';
import { useHotkeys } from '@/lib/hotkeys.ts';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import type { CardFiller } from './applicant-card-form.tsx';
import { ApplicantStep } from './applicant-step.tsx';
import { beginAtTop } from './begin-at-top.ts';
import classes from './intake.module.css';
import { useMoreActions } from './more-actions.ts';
import { type Application, applicationQuery } from './queries.ts';
import { ServiceStep } from './service-step.tsx';
import { SidePanel } from './side-panel.tsx';
import { type StepName, stepNames } from './step-names.ts';
import { StepStrip } from './step-strip.tsx';
import { currentStep, nextStep, stepStates } from './steps.ts';
import { WithDraft } from './with-draft.tsx';

const route = getRouteApi('/frame/intake');

// `fillCard` fills a card from an agency's answer; it belongs to another part of the workplace.
type IntakePageProps = { fillCard?: CardFiller };

// The desk: one applicant at the glass, six steps, any of them at any time.
export function IntakePage({ fillCard }: IntakePageProps) {
  const { application: id } = route.useSearch();
  const query = useQuery({ ...applicationQuery(id ?? ''), enabled: id !== undefined });
  const t = useT();
  if (id === undefined) return <Desk key="new" fillCard={fillCard} />;
  if (query.data) return <Desk key={id} application={query.data} fillCard={fillCard} />;
  if (query.isPending) return <RoutePending />;
  return (
    <Page title={t('section.intake')}>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
    </Page>
  );
}

function firstStep(application: Application | undefined, applicant: string | undefined): StepName {
  if (!application) return applicant ? 'service' : 'applicant';
  return application.status === 'draft' || application.status === 'rework' ? 'form' : 'print';
}

type DeskProps = IntakePageProps & { application?: Application };

function Desk({ application, fillCard }: DeskProps) {
  const t = useT();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const applicantId = application?.applicant.id ?? search.applicant;
  const [first] = useState<StepName>(() => firstStep(application, search.applicant));
  const work = useRef<HTMLDivElement>(null);
  const states = stepStates(applicantId !== undefined, application);
  const reachable = (name: StepName) => states.some((one) => one.name === name && one.reachable);
  const step = currentStep(states, search.step, first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step begins so
  useLayoutEffect(() => beginAtTop(work.current, application?.status), [step]);
  const go = (name: StepName) => {
    if (name !== step && reachable(name)) {
      void navigate({ search: (before) => ({ ...before, step: name }) });
    }
  };
  const startAnew = () => void navigate({ search: {} });
  useHotkeys(t('section.intake'), [
    ...stepNames.map((name, at) => ({
      keys: `alt+${at + 1}`,
      title: t(`intake.step.${name}`),
      run: () => go(name),
    })),
    // The form first shows what is wrong in it.
    ...(step === 'form'
      ? []
      : [{ keys: 'mod+Enter', title: t('intake.next'), run: () => go(nextStep(step)) }]),
    { keys: 'alt+0', title: t('intake.another'), run: startAnew },
  ]);

  return (
    <Page
      title={
        application?.number
          ? t('intake.titleNumber', { number: application.number })
          : t('section.intake')
      }
      actions={
        <Group gap="xs">
          {application && <MoreMenu application={application} onGone={startAnew} />}
          {(application || applicantId) && (
            <Button variant="default" size="xs" onClick={startAnew}>
              {t('intake.another')}
            </Button>
          )}
        </Group>
      }
    >
      <StepStrip states={states} current={step} onGo={go} />
      <div className={classes.desk}>
        <div className={classes.work} ref={work} tabIndex={-1}>
          {step === 'applicant' && (
            <ApplicantStep
              chosen={applicantId}
              locked={application !== undefined}
              fillCard={fillCard}
              onChosen={(id) => {
                void navigate({
                  search: application
                    ? { application: application.id, step: 'form' }
                    : { applicant: id, step: 'service' },
                });
              }}
            />
          )}
          {step === 'service' && applicantId && (
            <ServiceStep
              applicantId={applicantId}
              chosen={application?.service}
              // «Back» from the form comes to the service of this application, not to a desk without it.
              onDraft={async (draft) => {
                await navigate({
                  search: { application: draft.id, step: 'service' },
                  replace: true,
                });
                void navigate({ search: { application: draft.id, step: 'form' } });
              }}
            />
          )}
          {application && !['applicant', 'service'].includes(step) && (
            <WithDraft application={application} step={step} onGo={go} onDone={startAnew} />
          )}
        </div>
        <SidePanel applicantId={applicantId} application={application} />
      </div>
    </Page>
  );
}

function MoreMenu({ application, onGone }: { application: Application; onGone: () => void }) {
  const t = useT();
  const actions = useMoreActions(application, onGone);
  if (actions.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon path={mdiDotsHorizontal} size={16} />}
        >
          {t('intake.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.title}
            onClick={action.run}
            color={action.danger ? 'red' : undefined}
          >
            {action.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
