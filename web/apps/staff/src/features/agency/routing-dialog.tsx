// SPDX-License-Identifier: Apache-2.0
import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { organizationQuery, unitOptions } from '@/lib/units.ts';
import { FormDialog } from '@/ui/form-dialog.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import type { Registration } from './registration.ts';
import { useRoute } from './routing.ts';

type RoutingDialogProps = { registration: Registration; onClose: () => void };

export function RoutingDialog({ registration, onClose }: RoutingDialogProps) {
  const t = useT();
  const toast = useToast();
  const organization = useQuery(organizationQuery);
  const route = useRoute(registration);
  const [unit, setUnit] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const others = unitOptions(organization.data?.units ?? []).map((option) => ({
    ...option,
    disabled: option.value === registration.unit.id,
  }));
  return (
    <FormDialog
      title={t('agency.route.title')}
      action={t('agency.route.action')}
      ready={unit !== null}
      step={route}
      problem={<ProblemAlert error={organization.error ?? route.error} kept focus />}
      onSubmit={() =>
        route.mutateAsync({ unit_id: unit ?? '', comment: comment.trim() || undefined })
      }
      onDone={({ unit: reached }) => {
        toast.done(t('agency.routed', { unit: reached.name }));
        onClose();
      }}
      onClose={onClose}
    >
      <Select
        label={t('agency.route.unit')}
        description={t('agency.route.now', { unit: registration.unit.name })}
        data={others}
        value={unit}
        onChange={setUnit}
        searchable
        required
        data-autofocus
      />
      <Textarea
        label={t('agency.route.comment')}
        description={t('agency.route.comment.hint')}
        autosize
        minRows={2}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
