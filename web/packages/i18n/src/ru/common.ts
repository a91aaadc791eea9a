// SPDX-License-Identifier: Apache-2.0

export const common = {
  'app.name': 'Окно',
} as const;
