// SPDX-License-Identifier: Apache-2.0

const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

// What a text typed with the English layout on was meant to be: «ce,cblbz» is «субсидия». Empty for what holds Russian
// letters, or no letters.
export function inRussianLayout(text: string): string | undefined {
  if (!/[a-z]/i.test(text) || /[а-яё]/i.test(text) || text.includes('@')) return undefined;
  return [...text.toLowerCase()].map((sign) => russian[latin.indexOf(sign)] ?? sign).join('');
}
