// SPDX-License-Identifier: Apache-2.0

export type XmlPart = { kind: 'tag' | 'name' | 'value' | 'text'; text: string };
export type XmlLine = { number: number; depth: number; parts: XmlPart[]; folded: number };

// Signatures and attachments are long runs of base64 that nobody reads.
const longestText = 160;

function fold(text: string) {
  return text.length <= longestText
    ? { text, folded: 0 }
    : { text: `${text.slice(0, longestText)}…`, folded: text.length - longestText };
}

function startTag(element: Element, closed: boolean): XmlPart[] {
  const attributes = [...element.attributes].flatMap(({ name, value }): XmlPart[] => [
    { kind: 'name', text: ` ${name}=` },
    { kind: 'value', text: `"${value}"` },
  ]);
  return [
    { kind: 'tag', text: `<${element.nodeName}` },
    ...attributes,
    { kind: 'tag', text: closed ? '/>' : '>' },
  ];
}

function endTag(element: Element): XmlPart {
  return { kind: 'tag', text: `</${element.nodeName}>` };
}

// A reading view of an envelope: one element a line, indented. Only a view: the file saved has the bytes as they came.
// What is not XML is shown as it is.
export function xmlLines(source: string): XmlLine[] {
  const lines: XmlLine[] = [];
  const add = (depth: number, parts: XmlPart[], folded = 0) =>
    lines.push({ number: lines.length + 1, depth, parts, folded });

  const walk = (element: Element, depth: number) => {
    const children = [...element.children];
    const text = children.length ? '' : (element.textContent ?? '').trim();
    if (children.length) {
      add(depth, startTag(element, false));
      for (const child of children) walk(child, depth + 1);
      add(depth, [endTag(element)]);
    } else if (text) {
      const { text: shown, folded } = fold(text);
      add(
        depth,
        [...startTag(element, false), { kind: 'text', text: shown }, endTag(element)],
        folded,
      );
    } else add(depth, startTag(element, true));
  };

  const document = new DOMParser().parseFromString(source, 'application/xml');
  if (document.querySelector('parsererror') || !document.documentElement) {
    for (const line of source.split('\n')) add(0, [{ kind: 'text', text: line }]);
  } else walk(document.documentElement, 0);
  return lines;
}
