// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { SearchField } from './search-field.tsx';

function Field({ onChange }: { onChange: (value: string) => void }) {
  const [value, setValue] = useState('');
  return (
    <>
      <SearchField
        label="Номер или фамилия"
        placeholder=""
        value={value}
        onChange={(next) => {
          onChange(next);
          setValue(next);
        }}
      />
      <button type="button" onClick={() => setValue('')}>
        сбросить
      </button>
    </>
  );
}

describe('SearchField', () => {
  it('waits for a pause in the typing', async () => {
    const onChange = vi.fn();
    renderUi(<Field onChange={onChange} />);
    await userEvent.type(screen.getByRole('textbox'), 'иванова ');
    await waitFor(() => expect(onChange).toHaveBeenCalled());
    expect(onChange.mock.calls).toEqual([['иванова']]);
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('иванова ');
  });

  it('is reached with /', () => {
    renderUi(<Field onChange={() => undefined} />);
    fireEvent.keyDown(document.body, { key: '.', code: 'Slash' });
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('follows a value that changed by itself', async () => {
    const onChange = vi.fn();
    renderUi(<Field onChange={onChange} />);
    await userEvent.type(screen.getByRole('textbox'), 'петров');
    await waitFor(() => expect(onChange).toHaveBeenCalledWith('петров'));
    await userEvent.click(screen.getByRole('button', { name: 'сбросить' }));
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('');
  });

  it('is emptied with Escape', async () => {
    const onChange = vi.fn();
    renderUi(<Field onChange={onChange} />);
    await userEvent.type(screen.getByRole('textbox'), 'петров');
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith('петров'));
    await userEvent.type(screen.getByRole('textbox'), '{Escape}');
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith(''));
  });
});
