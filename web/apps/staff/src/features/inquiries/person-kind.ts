// SPDX-License-Identifier: Apache-2.0
import type { Data } from '@okno/forms-core/schema';

export type PersonKind = 'person' | 'entrepreneur' | 'legal_entity';

// A card knows whose it is; one without a kind is a person's.
export function kindOf({ kind }: Data): PersonKind {
  return kind === 'entrepreneur' || kind === 'legal_entity' ? kind : 'person';
}
