// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { fileSize, money, phone, shortName } from './format.ts';

describe('format', () => {
  it('shows money with thin spaces and kopecks', () => {
    expect(money(150_000, 'ru').replace(/\s/g, ' ')).toBe('1 500,00 ₽');
  });

  it.each([
    ['Иванова Анна Петровна', 'Иванова А. П.'],
    ['Ли Ольга', 'Ли О.'],
    ['Кожевникова-Преображенская Анна', 'Кожевникова-Преображенская А.'],
    ['Мохаммед', 'Мохаммед'],
    ['ИП Громов Олег Германович', 'ИП Громов О. Г.'],
    ['ИП Громов О. Г.', 'ИП Громов О. Г.'],
    ['ООО «Хлебный дом»', 'ООО «Хлебный дом»'],
  ])('shortens %s', (full, short) => {
    expect(shortName(full)).toBe(short);
  });

  it.each([
    ['+79123456789', '+7 912 345-67-89'],
    ['89123456789', '+7 912 345-67-89'],
    ['+375291234567', '+375291234567'],
    ['2-15-40', '2-15-40'],
  ])('shows the phone %s', (given, shown) => {
    expect(phone(given)).toBe(shown);
  });

  it.each([
    [0, '0 Б'],
    [812, '812 Б'],
    [1536, '1,5 КБ'],
    [812_345, '793 КБ'],
    [5_242_880, '5 МБ'],
  ])('shows the size of %i bytes', (bytes, shown) => {
    expect(fileSize(bytes, 'ru').replace(/\s/g, ' ')).toBe(shown);
  });
});
