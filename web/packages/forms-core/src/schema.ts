// SPDX-License-Identifier: Apache-2.0
// The subset of JSON Schema that forms are written in. docs/forms.md is its definition; the server has a twin of it.

export type Value = null | boolean | number | string | Value[] | { [name: string]: Value };
export type Data = { [name: string]: Value };

export interface Condition {
  properties?: { [name: string]: Condition };
  required?: string[];
  const?: Value;
  enum?: Value[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  contains?: Condition;
  not?: Condition;
  allOf?: Condition[];
  anyOf?: Condition[];
}

export interface Field {
  type: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  title: string;
  'x-title-en'?: string;
  description?: string;
  'x-description-en'?: string;
  properties?: { [name: string]: Field };
  required?: string[];
  'x-order'?: string[];
  items?: Field;
  minItems?: number;
  maxItems?: number;
  'x-item-title'?: string;
  'x-item-title-en'?: string;
  enum?: string[];
  'x-enum-titles'?: { [value: string]: string };
  'x-enum-titles-en'?: { [value: string]: string };
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  const?: boolean;
  default?: Value;
  'x-section'?: string;
  'x-width'?: 'full' | 'half' | 'third';
  'x-widget'?: 'textarea' | 'radio' | 'select' | 'checkbox' | 'address' | 'money';
  'x-mask'?: string;
  'x-placeholder'?: string;
  'x-suffix'?: string;
  'x-visible-when'?: Condition;
  'x-required-when'?: Condition;
  'x-min-date'?: string;
  'x-max-date'?: string;
  'x-minimum'?: string;
  'x-maximum'?: string;
  'x-not-before'?: string;
  'x-bik'?: string;
  'x-passport-when'?: { field: string; value: string };
  // Where the value comes from: a path of the applicant's card («applicant.last_name») or of another source, or several.
  'x-prefill'?: string | string[];
  // Of a group: while it holds, the group is about the applicant.
  'x-prefill-when'?: Condition;
}

export interface Section {
  code: string;
  title: string;
  'title-en'?: string;
  description?: string;
}

export interface FormSchema extends Field {
  'x-sections'?: Section[];
}

export interface FieldError {
  pointer: string;
  code: string;
  detail?: string;
  // The server's words, where it is the server that found the error.
  title?: string;
}

export function isObject(value: Value | undefined): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function namesInOrder(schema: Field): string[] {
  return schema['x-order'] ?? Object.keys(schema.properties ?? {});
}

/** Fields of the root see the whole form in their conditions, fields inside an array only their row. */
export interface Place {
  scope: Data;
  pointer: string;
}

export function pointerTo(parent: string, name: string | number): string {
  return `${parent}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Whether the field holds a Russian passport: the one beside it, which stands before it, says which document it is. */
export function isOfPassport(field: Field, parent: Data): boolean {
  const when = field['x-passport-when'];
  return when !== undefined && parent[when.field] === when.value;
}
