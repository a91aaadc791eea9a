// SPDX-License-Identifier: Apache-2.0

const digitsOf = (text: string) => [...text].map(Number);
const weighted = (digits: number[], weights: number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);

/** Control sum of an SNILS; numbers up to 001-001-998 have none. */
export function snilsFits(snils: string): boolean {
  if (snils.slice(0, 9) <= '001001998') return true;
  const sum = weighted(digitsOf(snils), [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return (sum === 100 ? 0 : sum) === Number(snils.slice(9));
}

export function innFits(inn: string): boolean {
  const digits = digitsOf(inn);
  const key = (weights: number[]) => (weighted(digits, weights) % 11) % 10;
  if (inn.length === 10) return key([2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[9];
  return (
    key([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[10] &&
    key([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[11]
  );
}

/** OGRN (13 digits, modulus 11) and OGRNIP (15, modulus 13): the last digit of the remainder is the key. */
export function ogrnFits(ogrn: string): boolean {
  const modulus = ogrn.length === 13 ? 11 : 13;
  return (Number(ogrn.slice(0, -1)) % modulus) % 10 === Number(ogrn.at(-1));
}

/** Whether a BIK is of a bank whose accounts carry a key; treasury and Bank of Russia follow other rules. */
export function isBankBik(bik: string): boolean {
  return /^04\d{4}(05\d|0[6-9]\d|[1-9]\d\d)$/.test(bik);
}

export function accountFits(bik: string, account: string): boolean {
  const weights = [7, 1, 3];
  const sum = digitsOf(bik.slice(-3) + account).reduce(
    (total, digit, at) => total + ((digit * (weights[at % 3] ?? 0)) % 10),
    0,
  );
  return sum % 10 === 0;
}
