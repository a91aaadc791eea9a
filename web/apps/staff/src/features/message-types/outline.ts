// SPDX-License-Identifier: Apache-2.0
import { type Field, type FormSchema, namesInOrder } from '@okno/forms-core/schema';
import type { Language } from '@/lib/language.tsx';
import { inOrder, isOutOfForm, type Word, type Words } from './words.ts';

export type OutlineLine = {
  path: string;
  name: string;
  // Path of the group it stands in, and the names beside it.
  group: string;
  names: string[];
  label: string;
  depth: number;
  outOfForm: boolean;
  inRows: boolean;
  // The schema itself wants it: no word takes that away.
  requiredBySchema: boolean;
  // Absent for what an earlier word has left out of the form.
  field?: Field;
};

function joined(group: string, name: string) {
  return group ? `${group}/${name}` : name;
}

function partsOf(path: string) {
  const cut = path.lastIndexOf('/');
  return { group: cut < 0 ? '' : path.slice(0, cut), name: path.slice(cut + 1) };
}

function labelOf(name: string, word: Word | undefined, field: Field | undefined, to: Language) {
  const english = to === 'en' ? (word?.title_en ?? field?.['x-title-en']) : undefined;
  return english || word?.title || field?.title || name;
}

type Level = { group: string; depth: number; inRows: boolean };

// All fields of a side, groups before their parts, as the words order them. Those the server has left out of the form
// come after their neighbours. `saved`: the words that are laid over the form already.
export function outlineOf(
  form: FormSchema,
  words: Words,
  language: Language,
  saved: Words = words,
): OutlineLine[] {
  const lines: OutlineLine[] = [];
  const left = new Set(Object.keys(words.fields).filter((path) => isOutOfForm(words.fields[path])));

  const add = (path: string, names: string[], level: Level, field?: Field, parent?: Field) => {
    const word = words.fields[path];
    const { name } = partsOf(path);
    left.delete(path);
    lines.push({
      ...level,
      path,
      name,
      names,
      field,
      label: labelOf(name, word, field, language),
      outOfForm: isOutOfForm(word),
      requiredBySchema:
        parent?.required?.includes(name) === true && saved.fields[path]?.required !== true,
    });
  };

  const walk = (parent: Field, level: Level) => {
    const names = namesInOrder(parent);
    for (const name of inOrder(names, words.order[level.group])) {
      const field = parent.properties?.[name];
      if (!field) continue;
      const path = joined(level.group, name);
      add(path, names, level, field, parent);
      const inside = field.type === 'array' ? field.items : field;
      const inRows = level.inRows || field.type === 'array';
      if (inside?.properties) walk(inside, { group: path, depth: level.depth + 1, inRows });
    }
    for (const path of [...left].filter((one) => partsOf(one).group === level.group)) {
      add(path, [], level);
    }
  };

  walk(form, { group: '', depth: 0, inRows: false });
  for (const path of [...left]) {
    add(path, [], { group: partsOf(path).group, depth: 0, inRows: false });
  }
  return lines;
}
