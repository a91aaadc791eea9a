// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { mdiAccountSearchOutline, mdiClockOutline } from '@mdi/js';
import type { Data } from '@okno/forms-core/schema';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { useRight } from '@/lib/session.ts';
import { Icon } from '@/ui/icon.tsx';
import type { CardValue } from './card-values.ts';
import { inquiryQuery, isWaiting } from './inquiry.ts';
import { kindOf } from './person-kind.ts';
import type { Question } from './question.ts';

const FillDrawer = lazy(() => import('./fill-drawer.tsx'));

type FillButtonProps = {
  person: Data;
  applicantId?: string;
  onFill?: (values: CardValue[]) => void;
};

// Opens «заполнить по СНИЛС»; while the answer is on its way the work goes on and the button says so.
export function FillButton({ person, applicantId, onFill }: FillButtonProps) {
  const t = useT();
  const maySend = useRight('inquiries.send');
  const [opened, setOpened] = useState(false);
  const [question, setQuestion] = useState<Question>();
  const inquiryId = question?.inquiryId;
  const asked = useQuery({ ...inquiryQuery(inquiryId ?? ''), enabled: inquiryId !== undefined });
  if (!maySend) return null;
  const waits = asked.data !== undefined && isWaiting(asked.data.state);
  const arrived = inquiryId !== undefined && asked.data !== undefined && !waits;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon path={waits ? mdiClockOutline : mdiAccountSearchOutline} size={18} />}
        onClick={() => setOpened(true)}
      >
        {waits ? t('fill.waits') : arrived ? t('fill.arrived') : t(`fill.action.${kindOf(person)}`)}
      </Button>
      <Suspense>
        {opened && (
          <FillDrawer
            person={person}
            applicantId={applicantId}
            question={question}
            onAsked={setQuestion}
            onFill={onFill}
            onClose={() => setOpened(false)}
          />
        )}
      </Suspense>
    </>
  );
}
