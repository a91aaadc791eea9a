// SPDX-License-Identifier: Apache-2.0

// A message with a number in it: one text per plural category of the language.
export type PluralMessage = { one: string; few?: string; many?: string; other: string };
export type Message = string | PluralMessage;
export type Catalog = Readonly<Record<string, Message>>;

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type TextOf<M> = M extends string ? M : M extends { other: infer Other } ? Other : never;

// What a caller must give: every {name} of the text, and `count` for a plural.
export type Variables<M> = M extends string
  ? Record<Names<M>, string | number>
  : Record<Exclude<Names<TextOf<M>>, 'count'>, string | number> & { count: number };

type Arguments<M> = [keyof Variables<M>] extends [never] ? [] : [variables: Variables<M>];

// The same keys in another language: a text for a text, plural forms for plural forms.
export type Translation<Source extends Catalog> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : PluralMessage;
};

export type Translate<Source extends Catalog> = <Key extends keyof Source & string>(
  key: Key,
  ...variables: Arguments<Source[Key]>
) => string;

function choose(message: PluralMessage, rules: Intl.PluralRules, count: number) {
  const category = rules.select(count);
  return (message as Partial<Record<Intl.LDMLPluralRule, string>>)[category] ?? message.other;
}

export function makeTranslate<Source extends Catalog>(
  catalog: Translation<Source>,
  locale: string,
): Translate<Source> {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, ...[variables]) => {
    const values = (variables ?? {}) as Record<string, string | number>;
    const message: Message = catalog[key];
    const text =
      typeof message === 'string' ? message : choose(message, rules, Number(values.count));
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : (value ?? '');
    });
  };
}
