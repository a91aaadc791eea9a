// SPDX-License-Identifier: Apache-2.0
import type { Session } from '@/lib/session.ts';

export function sessionWith(rights: string[], part: Partial<Session> = {}): Session {
  return {
    user: { id: 'u1', login: 'sokolova', display_name: 'Соколова Марина Андреевна' },
    organization: { id: 'o1', kind: 'center', name: 'МФЦ области', short_name: 'МФЦ' },
    roles: ['operator'],
    rights,
    csrf_token: 'csrf',
    idle_minutes: 30,
    second_factor: false,
    time_zone: 'Europe/Moscow',
    ...part,
  };
}
