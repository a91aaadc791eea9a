// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import { useT } from '@/lib/language.tsx';
import { type XmlLine, xmlLines } from '@/lib/xml-lines.ts';
import classes from './xml-text.module.css';

// XML to read: one element a line, coloured, long runs of base64 folded.
export function XmlText({ source, label }: { source: string; label: string }) {
  const lines = useMemo(() => xmlLines(source), [source]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <pre className={classes.xml} tabIndex={0} role="region" aria-label={label}>
      {lines.map((line) => (
        <Line key={line.number} line={line} />
      ))}
    </pre>
  );
}

function Line({ line }: { line: XmlLine }) {
  const t = useT();
  return (
    <div style={{ paddingLeft: `${line.depth * 1.25}rem` }}>
      {line.parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never move
        <span key={index} className={classes[part.kind]}>
          {part.text}
        </span>
      ))}
      {line.folded > 0 && (
        <span className={classes.folded}> {t('smev.folded', { count: line.folded })}</span>
      )}
    </div>
  );
}
