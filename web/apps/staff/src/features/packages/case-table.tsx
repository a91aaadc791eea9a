// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { shortDate } from '@/lib/dates.ts';
import { useLanguage, useT } from '@/lib/language.tsx';
import { type ApplicationStatus, ApplicationStatusPill } from '@/ui/application-status.tsx';
import { Section } from '@/ui/section.tsx';
import { DueDay } from '@/ui/term-left.tsx';
import { CaseHead } from './case-head.tsx';
import { type Askable, Gaps } from './gaps.tsx';
import classes from './packages.module.css';
import { mayDo, type Package, type PackageCase } from './packages.ts';
import { useTakeOut } from './taking-out.ts';

// The cases of a package in the order they are due; what keeps one from going stands under it in words.
export function CaseTable({ pack, askable }: { pack: Package; askable: Askable }) {
  const t = useT();
  const editable = mayDo(pack, 'edit');
  const takeOut = useTakeOut(pack);
  const shared = {
    editable,
    askable,
    showsStatus: pack.state !== 'draft' && pack.state !== 'ready',
    isOver: ['done', 'dissolved', 'returned', 'lost'].includes(pack.state),
  };
  return (
    <Section title={t('packages.casesOf', { count: pack.items.length })}>
      {pack.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(editable ? 'packages.noCases' : 'packages.noCases.ended')}
        </Text>
      )}
      <table aria-label={t('packages.cases')} className={classes.table}>
        <thead className={classes.tableHead}>
          <tr className={classes.row}>
            {(['case', 'service', 'due', 'papers'] as const).map((name) => (
              <th key={name}>{t(`packages.column.${name}`)}</th>
            ))}
            <th aria-label={t('packages.column.steps')} />
          </tr>
        </thead>
        <tbody>
          {pack.items.map((one) => (
            <Row
              key={one.application_id}
              one={one}
              onTakeOut={() => void takeOut(one)}
              {...shared}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

type RowProps = {
  one: PackageCase;
  askable: Askable;
  editable: boolean;
  showsStatus: boolean;
  // A term that has been kept or missed long ago presses nobody.
  isOver: boolean;
  onTakeOut: () => void;
};

function Row({ one, askable, editable, showsStatus, isOver, onTakeOut }: RowProps) {
  const { t, language } = useLanguage();
  return (
    <tr className={classes.row}>
      <td>
        <CaseHead one={one} />
        <Trouble one={one} />
        {!showsStatus && <Gaps one={one} askable={askable} />}
        {!showsStatus && one.executor_name && (
          <Text size="xs" c="dimmed" component="span" display="block">
            {t('packages.executor', { name: one.executor_name })}
          </Text>
        )}
      </td>
      <td>{one.service_name}</td>
      <td>
        {isOver && one.planned_date ? (
          shortDate(one.planned_date, language)
        ) : (
          <DueDay day={one.planned_date} />
        )}
      </td>
      <td>
        <Papers one={one} />
      </td>
      <td className={classes.rowSteps}>
        {showsStatus && <ApplicationStatusPill status={one.status as ApplicationStatus} />}
        {editable && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('packages.takeOutOf', { number: one.number })}
            onClick={onTakeOut}
          >
            {t('packages.takeOut')}
          </Button>
        )}
      </td>
    </tr>
  );
}

// Why it can not go, why the agency has not taken it, or what the agency has decided.
function Trouble({ one: { problem, not_taken, outcome } }: { one: PackageCase }) {
  const t = useT();
  const words = not_taken ? t('packages.notTaken', { reason: not_taken }) : problem;
  return (
    <>
      {words && (
        <Text size="sm" c="var(--okno-bad)" component="span" display="block" role="note">
          {words}
        </Text>
      )}
      {outcome && !words && <Decision outcome={outcome} />}
    </>
  );
}

function Decision({ outcome }: { outcome: NonNullable<PackageCase['outcome']> }) {
  const { t, language } = useLanguage();
  const { kind, decided_on, registration_number, text } = outcome;
  const what = [
    t(`packages.outcome.${kind}`),
    registration_number && `№ ${registration_number}`,
    decided_on && shortDate(decided_on, language),
  ];
  return (
    <Text size="sm" component="span" display="block">
      {[what.filter(Boolean).join(', '), text].filter(Boolean).join(': ')}
    </Text>
  );
}

// What goes to the agency; of a case that came back, what came for the applicant.
function Papers({ one: { documents, sheets, outcome } }: { one: PackageCase }) {
  const t = useT();
  if (!outcome) return t('packages.papers', { documents, sheets });
  return outcome.papers?.map((paper, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two papers may bear one name
    <Text key={at} size="sm" component="span" display="block">
      {`${paper.title}, ${t('case.item.sheets', { count: paper.sheets })}`}
    </Text>
  ));
}
