// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';

type Application = Pick<
  Schemas['Application'],
  'checklist' | 'service' | 'other_papers' | 'documents'
>;
type Item = Schemas['ChecklistItem'];

// Documents that are noted as brought but have no scan, of a service that goes to the agency through СМЭВ: it will not get them.
export function withoutScan(application: Application): { code: string; title: string }[] {
  const { checklist, service } = application;
  if (!service.electronic) return [];
  const noted = checklist.filter((item) => item.given && item.documents.length === 0);
  return [...noted, ...otherPapersWithoutScan(application)];
}

// Papers the checklist does not name have one place for all their scans: which is whose, only the titles may tell.
function otherPapersWithoutScan({ other_papers = [], documents }: Application) {
  const papers = other_papers.filter(({ given }) => given);
  const scans = documents.filter(({ source }) => source === 'center');
  if (scans.length >= papers.length) return [];
  return papers.flatMap(({ item, title = '' }) =>
    scans.some((scan) => scan.title === title) ? [] : [{ code: item, title }],
  );
}

// What agencies have been asked about a case, and what they can be asked for.
export type Asked = {
  // Of inquiries that have gone out: codes of checklist items, and `askedOf` where the person is known.
  items: ReadonlySet<string>;
  // Codes of items that a published message type brings.
  askable: ReadonlySet<string>;
};

export function askedOf(item: string, person: string): string {
  return `${item} ${person}`;
}

// The people of a document whom nobody has been asked about yet.
export function unaskedPersons({ code, persons = [] }: Item, { items }: Asked) {
  return persons.filter(
    ({ key, inquiry_id }) => key && !inquiry_id && !items.has(askedOf(code, key)),
  );
}

// Documents of an agency that the center has not got and no published message type brings: nothing here asks for them.
export function beyondReach(
  { checklist }: Pick<Application, 'checklist'>,
  { items, askable }: Asked,
) {
  return checklist.filter(
    ({ need, given, documents, code }) =>
      need === 'inquiry' &&
      !given &&
      documents.length === 0 &&
      !askable.has(code) &&
      !items.has(code),
  );
}

// Documents the center is to ask for itself (210-ФЗ art. 7) and can: neither brought, nor attached, nor asked for. One that
// is about several people is among them until each has been asked about.
export function unasked({ checklist }: Pick<Application, 'checklist'>, asked: Asked): Item[] {
  return checklist.filter((item) => {
    if (item.need !== 'inquiry' || item.given || !asked.askable.has(item.code)) return false;
    if (item.persons) return unaskedPersons(item, asked).length > 0;
    return item.documents.length === 0 && !asked.items.has(item.code);
  });
}
