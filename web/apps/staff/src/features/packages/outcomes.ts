// SPDX-License-Identifier: Apache-2.0
import { api, ifMatch, type Schemas, take } from '@okno/api';
import { isDay } from '@okno/forms-core/dates';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useAutosave } from '@/lib/autosave.ts';
import { putVersion } from '@/lib/put-answer.ts';
import { type Package, type PackageCase, packageQuery } from './packages.ts';

// What the agency has decided of one case; the day may be half typed.
export type Outcome = Schemas['PackageOutcome'];
export type Kind = Outcome['kind'];
export type Paper = NonNullable<Outcome['papers']>[number];
export type Outcomes = Record<string, Outcome>;

const untouched: Outcome = { kind: 'granted' };

function partOf({ items }: Package): Outcomes {
  return Object.fromEntries(
    items.map(({ application_id, outcome }) => [application_id, outcome ?? untouched]),
  );
}

// As the server takes it: half a day is none, and no field is an empty text.
export function whole(outcome: Outcome): Outcome {
  const { kind, registration_number, decided_on, text, papers = [] } = outcome;
  return {
    kind,
    registration_number: registration_number?.trim() || undefined,
    decided_on: decided_on && isDay(decided_on) ? decided_on : undefined,
    text: text?.trim() || undefined,
    papers: papers.map(({ title, sheets }) => ({ title: title.trim(), sheets })),
  };
}

// The outcomes of a package, saved as they are typed: each case for itself, so that two people may fill one package.
export function useOutcomes(pack: Package) {
  const { id } = pack;
  const queries = useQueryClient();
  const query = packageQuery(id);
  const saving = useAutosave<Outcomes, Package>({
    name: `package.${id}`,
    current: pack,
    partOf,
    merge: (before, part) => ({ ...before, ...part }),
    send: async (part, seen) => {
      let known = await queries.ensureQueryData(query);
      let version = seen;
      for (const [application_id, outcome] of Object.entries(part)) {
        // Taken out meanwhile: there is nothing to save it to.
        if (!known.items.some((one) => one.application_id === application_id)) continue;
        known = await take(
          api.PUT('/api/v1/packages/{id}/cases/{application_id}', {
            params: { path: { id, application_id }, header: { 'If-Match': ifMatch(version) } },
            body: whole(outcome),
          }),
        );
        version = known.version;
        putVersion(queries, query.queryKey, known);
      }
      return known;
    },
    reload: () => queries.fetchQuery({ ...query, staleTime: 0 }),
  });
  const [typed, setTyped] = useState<Outcomes>(saving.initial);
  const [revision, setRevision] = useState(saving.revision);
  if (revision !== saving.revision) {
    setRevision(saving.revision);
    setTyped(saving.initial);
  }
  const { change: save } = saving;
  const change = useCallback(
    (application: string, outcome: Outcome) => {
      setTyped((before) => ({ ...before, [application]: outcome }));
      save({ [application]: outcome });
    },
    [save],
  );
  const of = ({ application_id, outcome }: PackageCase): Outcome =>
    typed[application_id] ?? outcome ?? untouched;
  // Of the nearest case that has a whole one.
  const dayAbove = (above: PackageCase[]) =>
    above
      .map((one) => of(one).decided_on)
      .filter((day) => day && isDay(day))
      .at(-1);
  return { of, change, dayAbove, saving };
}
