// SPDX-License-Identifier: Apache-2.0
import '@okno/i18n/ru-screens';
import { Drawer } from '@mantine/core';
import type { Data } from '@okno/forms-core/schema';
import { useT } from '@/lib/language.tsx';
import { type CardValue, typedOver } from './card-values.ts';
import { FillProgress } from './fill-progress.tsx';
import { kindOf } from './person-kind.ts';
import { PersonQuestion } from './person-question.tsx';
import type { Question } from './question.ts';

export type FillDrawerProps = {
  // The card as it is known or typed so far.
  person: Data;
  applicantId?: string;
  // The question under way, kept by who opened the drawer: it may be closed meanwhile.
  question?: Question;
  onAsked: (question: Question | undefined) => void;
  // For a card not saved yet: the values the person agreed to.
  onFill?: (values: CardValue[]) => void;
  onClose: () => void;
};

// «Заполнить по СНИЛС»: asks an agency about the person and fills the card with what is agreed to.
export default function FillDrawer(props: FillDrawerProps) {
  const { question, onAsked, onClose } = props;
  const t = useT();
  // What was typed here is not typed into a new card a second time.
  const asked = (next: Question) => {
    const typed = typedOver(props.person, next.about);
    if (props.onFill && typed.length > 0) props.onFill(typed);
    onAsked(next);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t(`fill.action.${kindOf(props.person)}`)}
    >
      {question ? (
        <FillProgress {...props} question={question} onAgain={() => onAsked(undefined)} />
      ) : (
        <PersonQuestion {...props} onAsked={asked} />
      )}
    </Drawer>
  );
}
