// SPDX-License-Identifier: Apache-2.0
// Vite plugin: the guide (docs/guide/*.md) as `virtual:guide`. Markdown is read here, so a browser gets neither a parser nor
// HTML: the page makes elements of a tree, and what the tree does not know fails the build.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexer, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { Block, Inline, Section } from '../apps/staff/src/app/help/tree.ts';

const name = 'virtual:guide';
const resolved = `\0${name}`;
const folder = new URL('../../docs/guide/', import.meta.url);
const pages = ['README', 'administrator', 'integrator', 'neighbours'];

function unknown(page: string, { type, raw }: Token): never {
  throw new Error(`docs/guide/${page}.md: the help does not show ${type}: ${raw.slice(0, 60)}`);
}

function inlineOf(page: string, token: Token): Inline[] {
  switch (token.type) {
    case 'text':
      return token.tokens ? inlinesOf(page, token.tokens) : [token.text];
    case 'escape':
      return [token.text];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'strong':
      return [{ kind: 'strong', text: inlinesOf(page, token.tokens) }];
    case 'link': {
      const to = token.href.replace(/\.md$/, '');
      if (!pages.includes(to)) unknown(page, token);
      return [{ kind: 'link', to, text: inlinesOf(page, token.tokens) }];
    }
    default:
      return unknown(page, token);
  }
}

function inlinesOf(page: string, tokens: Token[] = []): Inline[] {
  return tokens.flatMap((token) => inlineOf(page, token));
}

function blockOf(page: string, token: Token): Block {
  switch (token.type) {
    case 'paragraph':
      return { kind: 'paragraph', text: inlinesOf(page, token.tokens) };
    case 'code':
      return { kind: 'code', text: token.text };
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return { kind: 'list', ordered, items: items.map((item) => inlinesOf(page, item.tokens)) };
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map((cell) => inlinesOf(page, cell.tokens));
      return { kind: 'table', head: cells(header), rows: rows.map(cells) };
    }
    default:
      return unknown(page, token);
  }
}

// A page begins with its title.
export function readPage(page: string, markdown: string): Section[] {
  const sections: Section[] = [];
  for (const token of lexer(markdown)) {
    const section = sections.at(-1);
    if (token.type === 'heading') {
      const id = `${page}-${sections.length}`;
      sections.push({ id, page, level: token.depth, title: token.text, blocks: [] });
    } else if (token.type !== 'space') {
      if (!section) unknown(page, token);
      section.blocks.push(blockOf(page, token));
    }
  }
  return sections;
}

export function guide(): Plugin {
  return {
    name: 'okno-guide',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      const sections = pages.flatMap((page) => {
        const path = fileURLToPath(new URL(`${page}.md`, folder));
        this.addWatchFile(path);
        return readPage(page, readFileSync(path, 'utf8'));
      });
      return `export const sections = ${JSON.stringify(sections)};`;
    },
  };
}
