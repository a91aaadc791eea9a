// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { audit as source } from '../ru/audit.ts';

export const audit: Translation<typeof source> = {};
