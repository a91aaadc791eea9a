// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { Alert, Anchor, TextInput } from '@mantine/core';
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { applyVision, usualVision, type Vision } from '@/lib/vision.ts';
import { renderUi } from '@/test/render.tsx';

const global = readFileSync(`${import.meta.dirname}/global.css`, 'utf8');

afterEach(() => applyVision(usualVision));

function show(contrast: Vision['contrast']) {
  const style = document.createElement('style');
  style.textContent = global;
  document.head.append(style);
  applyVision({ ...usualVision, contrast });
  renderUi(
    <>
      <TextInput label="Имя" error="Заполните это поле" />
      <TextInput label="Отчество" />
      <Alert color="red" title="Проверьте заявление">
        Фамилия: заполните это поле
      </Alert>
      <Anchor href="/cases">Не запрошен 1 документ</Anchor>
    </>,
  );
  const warning = getComputedStyle(screen.getByRole('alert'));
  return {
    ground: warning.getPropertyValue('background-color') || warning.background,
    words: getComputedStyle(screen.getByText('Фамилия: заполните это поле')).color,
    wrong: getComputedStyle(screen.getByLabelText('Имя')).borderWidth,
    right: getComputedStyle(screen.getByLabelText('Отчество')).borderWidth,
    message: getComputedStyle(screen.getByText('Заполните это поле')).fontWeight,
    link: getComputedStyle(screen.getByRole('link')).textDecoration,
  };
}

describe('where colour tells nothing', () => {
  it.each(['black-on-white', 'white-on-black', 'blue'] as const)(
    'a wrong field and a link look otherwise in %s',
    (contrast) => {
      const { wrong, right, message, link } = show(contrast);
      expect(wrong).not.toBe(right);
      expect(message).toBe('700');
      expect(link).toBe('underline');
    },
  );

  it.each([
    ['black-on-white', '#000', '#fff'],
    ['white-on-black', '#fff', '#000'],
    ['blue', '#063462', '#9dd1ff'],
  ] as const)('a warning has the colours of %s', (contrast, ink, paper) => {
    const { words, ground } = show(contrast);
    expect({ words, ground }).toEqual({ words: ink, ground: paper });
  });

  it('leaves the usual colours to tell them', () => {
    const { wrong, right, link } = show('normal');
    expect(wrong).toBe(right);
    expect(link).not.toBe('underline');
  });
});
