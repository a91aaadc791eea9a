// SPDX-License-Identifier: Apache-2.0

// A whole number as printed on the receipt: «0101-26-000034».
export function isCaseNumber(typed: string | undefined): typed is string {
  return typed !== undefined && /^\d{4}-\d{2}-\d{6,}$/.test(typed.trim());
}
