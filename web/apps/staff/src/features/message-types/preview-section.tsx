// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Data, FormSchema } from '@okno/forms-core/schema';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { SchemaForm } from '@/ui/schema-form/schema-form.tsx';
import { Section } from '@/ui/section.tsx';
import { XmlText } from '@/ui/xml-text.tsx';
import classes from './message-types.module.css';
import { type Preview, previewQuery, sampleQuery } from './preview.ts';
import { ReadableTable } from './readable-table.tsx';
import type { Seen, Side } from './version.ts';

const views = ['form', 'xml', 'table'] as const;
type View = (typeof views)[number];
const typingPauseMs = 400;

type PreviewSectionProps = { seen: Seen; side: Side; form: FormSchema };

// The form with a sample in it, and the XML and the table of what stands in the form. Nothing is kept.
export function PreviewSection({ seen, side, form }: PreviewSectionProps) {
  const t = useT();
  const [view, setView] = useState<View>('form');
  const [typed, setTyped] = useState<Data>();
  const [asked] = useDebouncedValue(typed, typingPauseMs);
  const sample = useQuery(sampleQuery(seen, side));
  const answer = useQuery(previewQuery(seen, side, asked));
  const made = asked ? answer.data : sample.data;
  const data = typed ?? (sample.data?.data as Data | undefined);
  const error = sample.error ?? answer.error;
  return (
    <Section
      title={t('types.preview')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('types.preview')}
          data={views.map((value) => ({ value, label: t(`types.view.${value}`) }))}
          value={view}
          onChange={(next) => setView(next as View)}
        />
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t(`types.view.${view}.hint`)}
      </Text>
      {error ? <ProblemAlert error={error} onRetry={() => void sample.refetch()} /> : null}
      {view === 'form' && data && (
        <SchemaForm schema={form} data={data} onChange={setTyped} serverErrors={made?.errors} />
      )}
      {view !== 'form' && made && <Outcome made={made} view={view} />}
    </Section>
  );
}

function Outcome({ made, view }: { made: Preview; view: 'xml' | 'table' }) {
  const t = useT();
  if (made.errors.length > 0) {
    return (
      <ul className={classes.problems}>
        {made.errors.map(({ pointer, title }) => (
          <li key={`${pointer} ${title}`}>{pointer ? `${pointer.slice(1)}: ${title}` : title}</li>
        ))}
      </ul>
    );
  }
  if (view === 'xml') return <XmlText source={made.xml ?? ''} label={t('types.xml')} />;
  return <ReadableTable lines={made.table} headline={made.headline} />;
}
