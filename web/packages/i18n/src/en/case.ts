// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { cases as source } from '../ru/case.ts';

export const cases: Translation<typeof source> = {};
