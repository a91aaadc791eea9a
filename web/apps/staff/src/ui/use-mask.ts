// SPDX-License-Identifier: Apache-2.0
import { MaskInput } from 'maska';
import { type RefObject, useEffect, useRef } from 'react';

// Lays what is typed into a mask ("##.##.####"); the input is uncontrolled, so that the mask can move the caret.
export function useMask(
  input: RefObject<HTMLInputElement | null>,
  mask: string | undefined,
  onTyped: (text: string) => void,
) {
  const report = useRef(onTyped);
  useEffect(() => {
    report.current = onTyped;
  });
  useEffect(() => {
    const element = input.current;
    if (!mask || !element) return;
    // The mask writes the value before React looks at it, so React hears of no change: the mask tells it.
    const onMaska = ({ masked: text }: { masked: string }) => {
      if (element === document.activeElement) report.current(text);
    };
    const masked = new MaskInput(element, { mask, onMaska });
    return () => masked.destroy();
  }, [input, mask]);
}

// A change from outside is written in when the field is not in use.
export function useShownText(input: RefObject<HTMLInputElement | null>, text: string) {
  useEffect(() => {
    const element = input.current;
    if (element && element !== document.activeElement && element.value !== text)
      element.value = text;
  }, [input, text]);
}
