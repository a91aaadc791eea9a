// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { common as source } from '../ru/common.ts';

export const common: Translation<typeof source> = {
  'app.name': 'Okno',
};
