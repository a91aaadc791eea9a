// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Drawer } from '@mantine/core';
import type { Data } from '@okno/forms-core/schema';
import { useT } from '@/lib/language.tsx';
import type { CardValue } from './card-values.ts';
import { FillProgress } from './fill-progress.tsx';
import { PersonQuestion } from './person-question.tsx';

export type FillDrawerProps = {
  // The card as it is known or typed so far.
  person: Data;
  applicantId?: string;
  // The question under way, kept by who opened the drawer: it may be closed meanwhile.
  inquiryId?: string;
  onAsked: (inquiryId: string | undefined) => void;
  // For a card not saved yet: the values the person agreed to.
  onFill?: (values: CardValue[]) => void;
  onClose: () => void;
};

// «Заполнить по СНИЛС»: asks an agency about the person and fills the card with what is agreed to.
export default function FillDrawer(props: FillDrawerProps) {
  const { inquiryId, onAsked, onClose } = props;
  const t = useT();
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={t('fill.title')}>
      {inquiryId ? (
        <FillProgress {...props} inquiryId={inquiryId} onAgain={() => onAsked(undefined)} />
      ) : (
        <PersonQuestion {...props} onAsked={onAsked} />
      )}
    </Drawer>
  );
}
