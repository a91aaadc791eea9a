// SPDX-License-Identifier: Apache-2.0
// The guide as tools/guide.ts reads it.
export type Inline =
  | string
  | { kind: 'strong'; text: Inline[] }
  | { kind: 'code'; text: string }
  // To another page of the guide.
  | { kind: 'link'; to: string; text: Inline[] };

export type Block =
  | { kind: 'paragraph'; text: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

// What stands under a heading until the next one. Level 1 is the title of a page, 2 begins a chapter, 3 is within it.
export type Section = { id: string; page: string; level: number; title: string; blocks: Block[] };
