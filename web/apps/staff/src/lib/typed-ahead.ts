// SPDX-License-Identifier: Apache-2.0

// What is typed between the key that opens a field and the moment the field has the focus: quick hands and scanners do
// not wait. `stop` ends the gathering and gives what there is; without it the gathering ends by itself.
const longestMs = 3000;

export function gatherTyping(): () => string {
  let typed = '';
  const gather = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!plain || !(event.key.length === 1 || ['Enter', 'Backspace'].includes(event.key))) return;
    if (event.key === 'Backspace') typed = typed.slice(0, -1);
    // Enter is nobody else's here: behind the field it would press a button of the page.
    else if (event.key !== 'Enter') typed += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const end = () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', gather, true);
  };
  const timer = setTimeout(end, longestMs);
  window.addEventListener('keydown', gather, true);
  return () => {
    end();
    const all = typed;
    typed = '';
    return all;
  };
}
