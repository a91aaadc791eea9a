// SPDX-License-Identifier: Apache-2.0
import { Radio, Select, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { FormDialog } from '@/ui/form-dialog.tsx';
import type { Direction } from './packages.ts';
import { useCreatePackage } from './steps.ts';

type Agency = {
  code: string;
  name: string;
  cases: number;
  services: { code: string; name: string; cases: number }[];
};

type NewPackageDialogProps = { direction: Direction; agencies: Agency[]; onClose: () => void };

// For which agency, and, when wanted, of which service only. Enter makes it.
export function NewPackageDialog({ direction, agencies, onClose }: NewPackageDialogProps) {
  const t = useT();
  const navigate = useNavigate();
  const create = useCreatePackage();
  const [code, setCode] = useState(agencies[0]?.code);
  const [service, setService] = useState<string>();
  const agency = agencies.find((one) => one.code === code);
  const choose = (next: string) => {
    setCode(next);
    setService(undefined);
  };
  return (
    <FormDialog
      title={t(`packages.new.${direction}`)}
      size="lg"
      action={t(`packages.create.${direction}`)}
      ready={agency !== undefined}
      step={create}
      onSubmit={() =>
        create.mutateAsync({
          direction,
          agency_code: agency?.code ?? '',
          service_code: service,
        })
      }
      onDone={({ id }) => void navigate({ to: '/packages/$id', params: { id } })}
      onClose={onClose}
    >
      <Text size="sm">{t(`packages.new.${direction}.text`)}</Text>
      <Radio.Group
        label={t('packages.agency')}
        value={code ?? null}
        onChange={choose}
        // A choice made by arrows is confirmed by Enter, as in a field.
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.closest('form')?.requestSubmit();
        }}
      >
        <Stack gap="xs" mt={4}>
          {agencies.map(({ code: value, name, cases }) => (
            <Radio
              key={value}
              value={value}
              label={name}
              description={t(`packages.waiting.${direction}`, { count: cases })}
              data-autofocus={value === code || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {agency && agency.services.length > 1 && (
        <Select
          label={t('packages.service')}
          placeholder={t('packages.anyService', { count: agency.cases })}
          data={agency.services.map((one) => ({
            value: one.code,
            label: t('packages.serviceCases', { name: one.name, cases: one.cases }),
          }))}
          value={service ?? null}
          onChange={(next) => setService(next ?? undefined)}
          clearable
        />
      )}
    </FormDialog>
  );
}
