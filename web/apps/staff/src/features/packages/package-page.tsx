// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { Page } from '@/ui/page.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { RoutePending } from '@/ui/route-pending.tsx';
import { AddCases } from './add-cases.tsx';
import { CaseTable } from './case-table.tsx';
import type { Askable } from './gaps.tsx';
import { OutcomeEditor } from './outcome-editor.tsx';
import { PackageActions } from './package-actions.tsx';
import { PackageFrame } from './package-frame.tsx';
import { mayDo, packageQuery } from './packages.ts';
import { nameOf } from './places.ts';

export function PackagePage({ id, askable }: { id: string; askable?: Askable }) {
  const t = useT();
  const query = useQuery(packageQuery(id));
  // Of the package as it was then: another one has to be tried anew.
  const [refusal, setRefusal] = useState<{ error: unknown; version: number }>();
  const problem = <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <RoutePending />;
  if (!query.data) return <Page title={t('packages.package')}>{problem}</Page>;
  const pack = query.data;
  const filling = pack.direction === 'from_agency' && mayDo(pack, 'edit');
  return filling ? (
    <OutcomeEditor pack={pack} problem={problem} />
  ) : (
    <PackageFrame
      pack={pack}
      actions={
        <PackageActions
          pack={pack}
          askable={askable}
          onRefused={(error) => setRefusal({ error, version: pack.version })}
        />
      }
    >
      {problem}
      {refusal?.version === pack.version && (
        <ProblemAlert error={refusal.error} focus nameOf={(pointer) => nameOf(pointer, pack, t)} />
      )}
      {mayDo(pack, 'edit') && <AddCases pack={pack} />}
      <CaseTable pack={pack} askable={askable} />
    </PackageFrame>
  );
}
