// SPDX-License-Identifier: Apache-2.0
import type { Block, Inline, Section } from './tree.ts';

export type Found = { section: Section; text: string };

function fold(text: string) {
  return text.toLowerCase().replaceAll('ё', 'е');
}

// The beginnings that words are looked for by: «доверенности» finds «доверенность», «пакеты» «пакета».
export function stemsOf(query: string): string[] {
  const words = fold(query).match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.map((word) =>
    word.slice(0, word.length > 5 ? -2 : word.length > 3 ? -1 : undefined),
  );
}

export function plain(inlines: Inline[]): string {
  return inlines.map((one) => (typeof one === 'string' ? one : partsOf(one))).join('');
}

function partsOf(one: Exclude<Inline, string>) {
  return one.kind === 'code' ? one.text : plain(one.text);
}

// What is told in one breath: a paragraph, an item, a row.
function passagesOf(block: Block): string[] {
  if (block.kind === 'code') return [block.text];
  if (block.kind === 'paragraph') return [plain(block.text)];
  if (block.kind === 'list') return block.items.map(plain);
  return block.rows.map((row) => row.map(plain).join(' · '));
}

// Where the stem begins a word; -1 when nowhere.
function startOf(folded: string, stem: string): number {
  let at = folded.indexOf(stem);
  while (at > 0 && /[\p{L}\p{N}_]/u.test(folded[at - 1] ?? '')) at = folded.indexOf(stem, at + 1);
  return at;
}

function hasAll(text: string, stems: string[]) {
  const folded = fold(text);
  return stems.every((stem) => startOf(folded, stem) >= 0);
}

// Sections with a passage, or a title, that has all the words; those named so come first.
export function find(sections: Section[], query: string): Found[] {
  const stems = stemsOf(query);
  if (stems.length === 0) return [];
  const found = sections.flatMap((section) => {
    const passages = section.blocks.flatMap(passagesOf);
    const passage =
      passages.find((one) => hasAll(one, stems)) ??
      passages.find((one) => hasAll(`${section.title} ${one}`, stems));
    if (passage === undefined) return hasAll(section.title, stems) ? [{ section, text: '' }] : [];
    return [{ section, text: around(passage, stems) }];
  });
  const isNamed = ({ section }: Found) => (hasAll(section.title, stems) ? 0 : 1);
  return found.sort((one, other) => isNamed(one) - isNamed(other));
}

const before = 30;
const shown = 140;

// A line of the passage, beginning a little before the first word found.
function around(passage: string, stems: string[]) {
  const starts = stems.map((stem) => startOf(fold(passage), stem)).filter((at) => at >= 0);
  const wanted = starts.length ? Math.max(0, Math.min(...starts) - before) : 0;
  const from = wanted === 0 ? 0 : passage.indexOf(' ', wanted) + 1;
  const cut = passage.slice(from, from + shown);
  return `${from > 0 ? '… ' : ''}${cut}${from + shown < passage.length ? '…' : ''}`;
}

// The text in pieces, every other one a word that was looked for.
export function marked(text: string, stems: string[]): string[] {
  if (stems.length === 0) return [text];
  const any = stems.map((stem) => stem.replaceAll('е', '[её]')).join('|');
  return text.split(new RegExp(`(?<![\\p{L}\\p{N}_])((?:${any})[\\p{L}\\p{N}_]*)`, 'giu'));
}
