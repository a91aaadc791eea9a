// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { intake as source } from '../ru/intake.ts';

export const intake: Translation<typeof source> = {};
