// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { organizationQuery, unitOptions } from '@/lib/units.ts';
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
  const submit = () => {
    if (!unit) return;
    route.mutate(
      { unit_id: unit, comment: comment.trim() || undefined },
      {
        onSuccess: ({ unit: reached }) => {
          toast.done(t('agency.routed', { unit: reached.name }));
          onClose();
        },
      },
    );
  };

  return (
    <Modal opened onClose={onClose} title={t('agency.route.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
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
          <ProblemAlert error={organization.error ?? route.error} kept focus />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" disabled={!unit} loading={route.isPending}>
              {t('agency.route.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
