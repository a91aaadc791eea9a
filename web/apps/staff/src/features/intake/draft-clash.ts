// SPDX-License-Identifier: Apache-2.0
import type { Data } from '@okno/forms-core/schema';
import type { Clash } from '@/lib/autosave.ts';
import { shortName } from '@/lib/format.ts';
import type { Language, T } from '@/lib/language.tsx';
import { markText } from '@/lib/mark-text.ts';
import type { Author } from '@/ui/save-note.tsx';
import { type Difference, differences } from '@/ui/schema-form/differences.ts';
import { consentPlace, representativePlace, wholeSchema } from './form-problems.ts';
import { type Mark, marksOf } from './marks.ts';
import type { Application } from './queries.ts';
import type { Unsaved } from './use-draft.ts';

type Words = { language: Language; t: T };

// What the screen shows against what somebody else has saved meanwhile, field by field.
export function draftDifferences(
  { mine, theirs }: Clash<Unsaved, Application>,
  words: Words,
): Difference[] {
  const saved: Unsaved = {
    form: theirs.form as Data,
    representative: theirs.representative,
    consent: theirs.consent ?? false,
  };
  const shown = { ...saved, ...mine };
  const schema = wholeSchema(
    theirs,
    {
      form: shown.form ?? {},
      representative: shown.representative ?? undefined,
    },
    words.t,
  );
  return [
    ...differences(schema, whole(shown), whole(saved), words),
    ...markDifferences(mine, theirs, words.t),
  ];
}

// Of the documents only those that were marked here.
function markDifferences({ marks = [] }: Unsaved, theirs: Application, t: T): Difference[] {
  const saved = new Map(marksOf(theirs).map((mark) => [mark.item, mark]));
  const titles = new Map(theirs.checklist.map(({ code, title }) => [code, title]));
  const text = (mark: Mark | undefined) =>
    mark?.given ? [mark.title, markText(mark, t)].filter(Boolean).join(', ') : t('intake.notGiven');
  return marks
    .map((mark) => ({
      pointer: `marks/${mark.item}`,
      title: titles.get(mark.item) ?? t('intake.otherPapers'),
      mine: text(mark),
      theirs: text(saved.get(mark.item)),
    }))
    .filter(({ mine, theirs }) => mine !== theirs);
}

function whole({ form, representative, consent }: Unsaved): Data {
  return {
    ...form,
    ...(representative ? { [representativePlace]: representative as Data } : {}),
    [consentPlace]: consent ?? false,
  };
}

// Who has changed it last. A draft, whose history is silent about typing, is its operator's own.
export function whoChanged({ history }: Application, me: string): Author | undefined {
  const last = history.at(-1)?.actor;
  return last === undefined ? undefined : { name: last, isMe: shortName(last) === shortName(me) };
}
