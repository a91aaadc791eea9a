// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { worklists as source } from '../ru/worklists.ts';

export const worklists: Translation<typeof source> = {};
