// SPDX-License-Identifier: Apache-2.0

import { NetworkError, type Problem, ProblemError } from '@okno/api/problem';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { recall } from '@/lib/kept-input.ts';
import type { UploadContext } from '@/lib/uploads.ts';
import { renderUi } from '@/test/render.tsx';
import { FileDrop } from './file-drop.tsx';

const passport = new File(['%PDF-1.7'], 'паспорт.pdf', { type: 'application/pdf' });
const snils = new File(['x'], 'снилс.png', { type: 'image/png' });

type Running = { file: File; context: UploadContext; done: () => void; fail: (e: unknown) => void };

// An upload that ends when the test says so.
function heldUpload() {
  const running: Running[] = [];
  const upload = (file: File, context: UploadContext) =>
    new Promise<void>((done, fail) => {
      context.signal.addEventListener('abort', () => fail(new Error('aborted')));
      running.push({ file, context, done, fail });
    });
  return { running, upload };
}

function choose(files: File[]) {
  fireEvent.change(screen.getByLabelText('Скан паспорта', { selector: 'input' }), {
    target: { files },
  });
}

describe('FileDrop', () => {
  it('sends one after another and shows the progress', async () => {
    const { running, upload } = heldUpload();
    renderUi(<FileDrop label="Скан паспорта" upload={upload} multiple />);
    choose([passport, snils]);
    await waitFor(() => expect(running).toHaveLength(1));
    running[0]?.context.onProgress(0.4);
    await waitFor(() =>
      expect(
        screen
          .getByRole('progressbar', { name: 'Отправка файла паспорт.pdf' })
          .getAttribute('aria-valuenow'),
      ).toBe('40'),
    );
    running[0]?.done();
    await waitFor(() => expect(running.map(({ file }) => file.name)).toContain('снилс.png'));
    running[1]?.done();
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  });

  it('offers another attempt after a lost connection, not after a refusal of the file', async () => {
    const { running, upload } = heldUpload();
    renderUi(<FileDrop label="Скан паспорта" upload={upload} multiple />);
    choose([passport, snils]);
    await waitFor(() => expect(running).toHaveLength(1));
    running[0]?.fail(
      new ProblemError({ title: 'Файл пуст.', status: 422, code: 'file.empty' } as Problem),
    );
    await screen.findByText('Файл пуст.');
    expect(screen.queryByRole('button', { name: 'Повторить' })).toBeNull();
    await waitFor(() => expect(running).toHaveLength(2));
    running[1]?.fail(new NetworkError());
    expect(await screen.findByRole('button', { name: 'Повторить' })).toBeDefined();
  });

  it('keeps what a lost connection refused when more files are chosen', async () => {
    const { running, upload } = heldUpload();
    renderUi(<FileDrop label="Скан паспорта" upload={upload} multiple />);
    choose([passport]);
    await waitFor(() => expect(running).toHaveLength(1));
    running[0]?.fail(new NetworkError());
    await screen.findByRole('button', { name: 'Повторить' });
    choose([snils]);
    await waitFor(() => expect(running).toHaveLength(2));
    screen.getByText('паспорт.pdf');
    screen.getByRole('button', { name: 'Повторить' });
  });

  it('keeps what failed after its place was left', async () => {
    const { running, upload } = heldUpload();
    const place = <FileDrop label="Скан паспорта" upload={upload} keepAs="a2.photo" />;
    const { unmount } = renderUi(place);
    choose([passport]);
    await waitFor(() => expect(running).toHaveLength(1));
    unmount();
    running[0]?.fail(new NetworkError());
    await waitFor(() => expect(recall<unknown[]>('upload.a2.photo')).toHaveLength(1));
    renderUi(place);
    screen.getByText('паспорт.pdf');
    screen.getByRole('button', { name: 'Повторить' });
  });

  it('cancels on demand', async () => {
    const { running, upload } = heldUpload();
    renderUi(<FileDrop label="Скан паспорта" upload={upload} />);
    choose([passport]);
    await waitFor(() => expect(running).toHaveLength(1));
    await userEvent.click(screen.getByRole('button', { name: 'Отмена' }));
    expect(running[0]?.context.signal.aborted).toBe(true);
    await waitFor(() => expect(screen.queryByText('паспорт.pdf')).toBeNull());
  });

  it('repeats a failed file with the same key', async () => {
    const { running, upload } = heldUpload();
    renderUi(<FileDrop label="Скан паспорта" upload={upload} />);
    choose([passport]);
    await waitFor(() => expect(running).toHaveLength(1));
    running[0]?.fail(new NetworkError());
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('button', { name: 'Повторить' }));
    await waitFor(() => expect(running).toHaveLength(2));
    expect(running[1]?.context.idempotencyKey).toBe(running[0]?.context.idempotencyKey);
  });

  it('refuses a file that is too large before sending it', async () => {
    const upload = vi.fn();
    renderUi(<FileDrop label="Скан паспорта" upload={upload} maxBytes={4} />);
    choose([passport]);
    expect((await screen.findByRole('alert')).textContent).toContain('Файл больше 4');
    expect(upload).not.toHaveBeenCalled();
  });

  it('refuses a kind that it does not name, chosen past the dialog or dropped', async () => {
    const { running, upload } = heldUpload();
    renderUi(<FileDrop label="Скан" upload={upload} accept=".pdf,.jpg" multiple />);
    fireEvent.drop(screen.getByRole('group', { name: 'Скан' }), {
      dataTransfer: { files: [new File(['x'], 'договор.docx'), new File(['x'], 'СКАН.PDF')] },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('только PDF, JPG');
    expect(screen.queryByRole('button', { name: 'Повторить' })).toBeNull();
    await waitFor(() => expect(running.map(({ file }) => file.name)).toEqual(['СКАН.PDF']));
  });

  it('has what failed when the person comes back to the place, to send it again', async () => {
    const { running, upload } = heldUpload();
    const place = <FileDrop label="Скан паспорта" upload={upload} keepAs="a1.photo" />;
    const { unmount } = renderUi(place);
    choose([passport]);
    await waitFor(() => expect(running).toHaveLength(1));
    running[0]?.fail(new NetworkError());
    await screen.findByRole('alert');
    unmount();
    renderUi(place);
    await userEvent.click(await screen.findByRole('button', { name: 'Повторить' }));
    await waitFor(() => expect(running).toHaveLength(2));
  });

  it('takes dropped files', async () => {
    const { running, upload } = heldUpload();
    renderUi(<FileDrop label="Скан паспорта" upload={upload} />);
    fireEvent.drop(screen.getByRole('group', { name: 'Скан паспорта' }), {
      dataTransfer: { files: [passport, snils] },
    });
    await waitFor(() => expect(running.map(({ file }) => file.name)).toEqual(['паспорт.pdf']));
  });
});
