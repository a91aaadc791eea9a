// SPDX-License-Identifier: Apache-2.0

// Where a key moves the active row; undefined when the key is not a move.
export function moveBy(
  key: string,
  active: number,
  rowCount: number,
  pageRows: number,
): number | undefined {
  const last = rowCount - 1;
  const target = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + pageRows,
    PageUp: active - pageRows,
    Home: 0,
    End: last,
  }[key];
  return target === undefined || rowCount === 0 ? undefined : Math.max(0, Math.min(last, target));
}
