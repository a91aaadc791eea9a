// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { smev as source } from '../ru/smev.ts';

export const smev: Translation<typeof source> = {};
