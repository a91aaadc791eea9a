// SPDX-License-Identifier: Apache-2.0
import type { Side } from './version.ts';

// «/request/fields/Person~1Name/card» is about the field Person/Name of the request; other pointers are about themselves.
export function fieldAt(pointer: string): { side?: Side; path: string } {
  const [side, part, name] = pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const isSide = side === 'request' || side === 'response';
  if (!isSide || (part !== 'fields' && part !== 'order')) return { path: pointer.slice(1) };
  return { side, path: name ?? '' };
}
