// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Message } from './catalog.ts';
import { en } from './en.ts';
import './ru-message-types.ts';
import './ru-screens.ts';
import './ru-worklists.ts';
import { ru } from './ru.ts';

const parts = import.meta.glob<Record<string, Record<string, Message>>>('./ru/*.ts', {
  eager: true,
});
const keys = Object.keys(ru) as (keyof typeof ru)[];

function texts(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function variables(message: Message) {
  const names = texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []);
  return [...new Set(names)].sort();
}

describe('the catalogues', () => {
  it('declare every key in one part only', () => {
    const declared = Object.values(parts).flatMap((part) =>
      Object.values(part).flatMap((messages) => Object.keys(messages)),
    );
    const twice = declared.filter((key, index) => declared.indexOf(key) !== index);
    expect(twice).toEqual([]);
    expect(declared.sort()).toEqual([...keys].sort());
  });

  it('have the same variables in English as in Russian', () => {
    const different = keys.filter((key) => variables(en[key]).join() !== variables(ru[key]).join());
    expect(different).toEqual([]);
  });

  it('have all plural forms of Russian', () => {
    const incomplete = keys.filter((key) => {
      const message: Message = ru[key];
      return typeof message !== 'string' && !(message.few && message.many);
    });
    expect(incomplete).toEqual([]);
  });

  it('have no empty text and no Russian left in English', () => {
    const wrong = keys.filter(
      (key) =>
        texts(ru[key]).some((text) => !text.trim()) ||
        texts(en[key]).some((text) => !text.trim() || /[а-яё]{3}/.test(text)),
    );
    expect(wrong).toEqual([]);
  });
});
