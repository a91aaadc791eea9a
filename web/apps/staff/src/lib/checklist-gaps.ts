// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';

type Application = Pick<Schemas['Application'], 'checklist' | 'service'>;
type Item = Schemas['ChecklistItem'];

// Documents that are noted as brought but have no scan, of a service that goes to the agency through СМЭВ: it will not get them.
export function withoutScan({ checklist, service }: Application): Item[] {
  if (!service.electronic) return [];
  return checklist.filter((item) => item.given && item.documents.length === 0);
}

// Documents the center is to ask for itself (210-ФЗ art. 7): neither brought, nor attached, nor asked for. `asked` are the
// codes of items whose inquiry has gone out.
export function unasked(
  { checklist }: Pick<Application, 'checklist'>,
  asked: ReadonlySet<string>,
): Item[] {
  return checklist.filter(
    (item) =>
      item.need === 'inquiry' &&
      !item.given &&
      item.documents.length === 0 &&
      !asked.has(item.code),
  );
}
