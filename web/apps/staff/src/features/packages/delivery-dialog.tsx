// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Group, Input, Loader, Modal, Text, Textarea, TextInput } from '@mantine/core';
import { isDay } from '@okno/forms-core/dates';
import { useQuery } from '@tanstack/react-query';
import { today } from '@/lib/dates.ts';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useKeptInput } from '@/lib/kept-input.ts';
import { useT } from '@/lib/language.tsx';
import { dayAt } from '@/lib/zone.ts';
import { DayInput } from '@/ui/day-input/day-input.tsx';
import { FormDialog } from '@/ui/form-dialog.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import classes from './packages.module.css';
import { mayDo, type Package, type PackageCase, packageQuery } from './packages.ts';
import { nameOf } from './places.ts';
import { useDeliver } from './steps.ts';

type Typed = { day?: string; number: string; notTaken: Record<string, string> };
type DeliveryDialogProps = { pack: Package; onClose: () => void };

// The agency has signed for the papers: when, under which number, and what it gave back at once. What was written down
// wrongly of it is put right here, too.
export function DeliveryDialog({ pack, onClose }: DeliveryDialogProps) {
  const t = useT();
  const toast = useToast();
  const step = mayDo(pack, 'correct') ? 'correct' : 'deliver';
  const deliver = useDeliver(pack, step);
  const [typed, setTyped] = useKeptInput<Typed>(`package.delivery.${pack.id}.${pack.version}`, () =>
    markOf(pack),
  );
  const reasons = Object.entries(typed.notTaken);
  const ready =
    typed.day !== undefined && isDay(typed.day) && reasons.every(([, reason]) => reason.trim());
  const taken = pack.items.length - reasons.length;
  return (
    <FormDialog
      title={t(`packages.${step}.title`, { number: pack.number })}
      size="lg"
      action={
        step === 'correct'
          ? t('packages.correct.action')
          : taken > 0
            ? t('packages.deliver.action', { count: taken })
            : t('packages.deliver.actionNone')
      }
      ready={ready}
      hint={reasons.some(([, reason]) => !reason.trim()) && t('packages.notTaken.missing')}
      step={deliver}
      problem={
        <ProblemAlert
          error={besidesFields(deliver.error, ['/received_on', '/incoming_number'])}
          nameOf={(pointer) => nameOf(pointer, pack, t)}
          kept
          focus
        />
      }
      onSubmit={() =>
        deliver.mutateAsync({
          received_on: typed.day ?? '',
          incoming_number: typed.number.trim() || undefined,
          not_taken: reasons.map(([application_id, reason]) => ({
            application_id,
            reason: reason.trim(),
          })),
        })
      }
      onDone={() => {
        toast.done(
          step === 'correct'
            ? t('packages.correct.done')
            : taken > 0
              ? t('packages.deliver.done', { count: taken })
              : t('packages.deliver.doneNone'),
        );
        onClose();
      }}
      onClose={onClose}
    >
      <Text size="sm">{t(`packages.${step}.text`)}</Text>
      <Group align="flex-start" gap="sm">
        <DayInput
          label={t('packages.receivedOn')}
          value={typed.day}
          onChange={(day) => {
            setTyped((before) => ({ ...before, day }));
            // What was wrong with the day before says nothing of this one.
            if (deliver.isError) deliver.reset();
          }}
          least={pack.sent_at && dayAt(new Date(pack.sent_at))}
          most={today()}
          error={fieldProblem(deliver.error, '/received_on')}
          required
          data-autofocus
        />
        <TextInput
          label={t('packages.incomingNumber')}
          description={t('packages.incomingNumber.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={60}
          value={typed.number}
          error={fieldProblem(deliver.error, '/incoming_number')}
          onChange={(event) => {
            const number = event.currentTarget.value;
            setTyped((before) => ({ ...before, number }));
          }}
        />
      </Group>
      <NotTaken
        items={pack.items}
        reasons={typed.notTaken}
        onChange={(notTaken) => setTyped((before) => ({ ...before, notTaken }))}
      />
    </FormDialog>
  );
}

// What is written down already; else what is most likely.
function markOf({ received_on, incoming_number, items }: Package): Typed {
  return {
    day: received_on ?? today(),
    number: incoming_number ?? '',
    notTaken: Object.fromEntries(
      items.flatMap(({ application_id, not_taken }) =>
        not_taken ? [[application_id, not_taken]] : [],
      ),
    ),
  };
}

type NotTakenProps = {
  items: PackageCase[];
  // By case: why the agency has not taken it.
  reasons: Record<string, string>;
  onChange: (reasons: Record<string, string>) => void;
};

function NotTaken({ items, reasons, onChange }: NotTakenProps) {
  const t = useT();
  const mark = (id: string, refused: boolean) => {
    const { [id]: _, ...others } = reasons;
    onChange(refused ? { ...others, [id]: '' } : others);
  };
  return (
    <Input.Wrapper label={t('packages.notTaken.which')} labelElement="div">
      <ul className={classes.candidates} aria-label={t('packages.notTaken.which')}>
        {items.map(({ application_id: id, number, applicant_name }) => (
          <li key={id}>
            <Checkbox
              label={`${number} ${applicant_name}`}
              checked={id in reasons}
              onChange={(event) => mark(id, event.currentTarget.checked)}
            />
            {id in reasons && (
              <Textarea
                mt={4}
                ml="1.75rem"
                label={t('packages.notTaken.reason')}
                autosize
                minRows={1}
                maxRows={5}
                maxLength={1000}
                required
                autoFocus={reasons[id] === ''}
                value={reasons[id] ?? ''}
                onChange={(event) => onChange({ ...reasons, [id]: event.currentTarget.value })}
              />
            )}
          </li>
        ))}
      </ul>
    </Input.Wrapper>
  );
}

// The same from where only the package's line is known.
export function DeliveryOf({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const query = useQuery(packageQuery(id));
  if (query.data) return <DeliveryDialog pack={query.data} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={t('packages.deliver')}>
      {query.error ? (
        <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loader />
      )}
    </Modal>
  );
}
