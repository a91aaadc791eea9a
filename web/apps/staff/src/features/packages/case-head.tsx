// SPDX-License-Identifier: Apache-2.0
import { TextLink } from '@/ui/text-link.tsx';
import classes from './packages.module.css';
import type { PackageCase } from './packages.ts';

// Which case and whose, the way to it.
export function CaseHead({ one }: { one: PackageCase }) {
  return (
    <span className={classes.named}>
      <TextLink to="/cases/$id" params={{ id: one.application_id }}>
        {one.number}
      </TextLink>
      <span>{one.applicant_name}</span>
    </span>
  );
}
