// SPDX-License-Identifier: Apache-2.0
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { marked } from './search.ts';
import type { Block, Inline } from './tree.ts';

type Reader = {
  // Beginnings of the words that are looked for.
  stems: string[];
  onPage: (page: string) => void;
};
type GuideTextProps = Reader & { blocks: Block[] };

// Elements of the tree; children stand in their order and need no keys.
export function GuideText({ blocks, ...reader }: GuideTextProps) {
  return createElement(Fragment, null, ...blocks.map((block) => elementOf(block, reader)));
}

function elementOf(block: Block, reader: Reader): ReactElement {
  if (block.kind === 'code')
    return <pre>{createElement('code', null, ...words(block.text, reader))}</pre>;
  if (block.kind === 'paragraph') return createElement('p', null, ...inline(block.text, reader));
  if (block.kind === 'list') {
    const items = block.items.map((item) => createElement('li', null, ...inline(item, reader)));
    return createElement(block.ordered ? 'ol' : 'ul', null, ...items);
  }
  const cells = (kind: 'th' | 'td', row: Inline[][]) =>
    createElement(
      'tr',
      null,
      ...row.map((cell) => createElement(kind, null, ...inline(cell, reader))),
    );
  const rows = block.rows.map((row) => cells('td', row));
  return (
    <table>
      <thead>{cells('th', block.head)}</thead>
      {createElement('tbody', null, ...rows)}
    </table>
  );
}

function inline(parts: Inline[], reader: Reader): ReactNode[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return words(part, reader);
    if (part.kind === 'code') return createElement('code', null, ...words(part.text, reader));
    const inner = inline(part.text, reader);
    if (part.kind === 'strong') return createElement('strong', null, ...inner);
    return createElement(PageLink, { onFollow: () => reader.onPage(part.to) }, ...inner);
  });
}

function words(text: string, { stems }: Reader): ReactNode[] {
  return marked(text, stems).map((piece, index) =>
    index % 2 === 0 ? piece : createElement('mark', null, piece),
  );
}

function PageLink({ onFollow, children }: { onFollow: () => void; children?: ReactNode }) {
  return (
    <button type="button" onClick={onFollow}>
      {children}
    </button>
  );
}
