// SPDX-License-Identifier: Apache-2.0
import type { Data } from '@okno/forms-core/schema';
import { useT } from '@/lib/language.tsx';
import { Notice } from '@/ui/notice.tsx';

// The sex that a patronymic tells: «Макарович», «Ильич», «Ильинична», «Мамед оглы». Of others nothing is known.
export function sexOfPatronymic(middleName: string): 'male' | 'female' | undefined {
  const name = middleName.trim().toLowerCase();
  if (/(ич|[ -](оглы|оглу|улы|уулу))$/.test(name)) return 'male';
  if (/(вна|чна|[ -](кызы|гызы|кизи))$/.test(name)) return 'female';
  return undefined;
}

// A slip of the hand goes into every paper; a name like this may also be right.
export function SexDiffers({ person }: { person: Data }) {
  const t = useT();
  const told = sexOfPatronymic(typeof person.middle_name === 'string' ? person.middle_name : '');
  if (!told || !person.sex || told === person.sex) return null;
  return <Notice role="status" tone="wait" title={t(`applicant.sexDiffers.${told}`)} />;
}
