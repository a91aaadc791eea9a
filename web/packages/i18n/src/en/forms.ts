// SPDX-License-Identifier: Apache-2.0
import type { Translation } from '../catalog.ts';
import type { forms as source } from '../ru/forms.ts';

export const forms: Translation<typeof source> = {};
