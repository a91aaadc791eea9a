// SPDX-License-Identifier: Apache-2.0
import { FORMATS, showInMask } from '@okno/forms-core/formats';

// 112-233-445 95
export function snils(digits: string) {
  return showInMask(FORMATS.snils?.mask, digits);
}
