// SPDX-License-Identifier: Apache-2.0
import { TextLink } from '@/ui/text-link.tsx';
import type { PackageCase } from './packages.ts';

// Which case and whose, the way to it.
export function CaseHead({ one }: { one: PackageCase }) {
  return (
    <>
      <TextLink to="/cases/$id" params={{ id: one.application_id }}>
        {one.number}
      </TextLink>{' '}
      {one.applicant_name}
    </>
  );
}
