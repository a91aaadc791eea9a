// SPDX-License-Identifier: Apache-2.0

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// A field left empty is told by the browser, in the browser's language: these are the page's own words instead. They are
// taken back with the next key or click, for a field filled by the page itself must not stay wrong.
export function wordRequiredFields(words: string) {
  const worded = new Set<Field>();
  const onInvalid = ({ target }: Event) => {
    const field = target as Field;
    if (!field.validity?.valueMissing) return;
    field.setCustomValidity(words);
    worded.add(field);
  };
  const onTouch = () => {
    for (const field of worded) field.setCustomValidity('');
    worded.clear();
  };
  const touches = ['input', 'keydown', 'pointerdown', 'click'];
  document.addEventListener('invalid', onInvalid, true);
  for (const touch of touches) document.addEventListener(touch, onTouch, true);
  return () => {
    document.removeEventListener('invalid', onInvalid, true);
    for (const touch of touches) document.removeEventListener(touch, onTouch, true);
  };
}
