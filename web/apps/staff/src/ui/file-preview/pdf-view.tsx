// SPDX-License-Identifier: Apache-2.0
import { Button, Loader } from '@mantine/core';
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import classes from './file-preview.module.css';

GlobalWorkerOptions.workerSrc = workerUrl;

const pagesAtOnce = 10;

// The pages as pictures. Long documents are drawn ten pages at a time.
export function PdfView({ blob, name }: { blob: Blob; name: string }) {
  const t = useT();
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [broken, setBroken] = useState(false);
  const [shown, setShown] = useState(pagesAtOnce);

  useEffect(() => {
    let current = true;
    let close = () => {};
    void blob.arrayBuffer().then(async (data) => {
      if (!current) return;
      // The strict policy of the page forbids eval and WebAssembly.
      const task = getDocument({ data, isEvalSupported: false, useWasm: false });
      close = () => void task.destroy();
      try {
        const opened = await task.promise;
        if (current) setPdf(opened);
      } catch {
        if (current) setBroken(true);
      }
    });
    return () => {
      current = false;
      close();
    };
  }, [blob]);

  if (broken) return <p>{t('file.broken')}</p>;
  if (!pdf) return <Loader size="sm" aria-label={t('state.loading')} />;
  const numbers = Array.from({ length: Math.min(shown, pdf.numPages) }, (_, index) => index + 1);
  return (
    <div className={classes.pages}>
      {numbers.map((number) => (
        <PdfPage
          key={number}
          pdf={pdf}
          number={number}
          label={t('file.page', { name, page: number, pages: pdf.numPages })}
        />
      ))}
      {shown < pdf.numPages && (
        <Button variant="default" onClick={() => setShown(shown + pagesAtOnce)}>
          {t('file.morePages')}
        </Button>
      )}
    </div>
  );
}

type PdfPageProps = { pdf: PDFDocumentProxy; number: number; label: string };

function PdfPage({ pdf, number, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let cancel = () => {};
    let current = true;
    void pdf.getPage(number).then((page) => {
      if (!current || !canvas.current) return;
      const viewport = page.getViewport({ scale: 1.4 * window.devicePixelRatio });
      canvas.current.width = viewport.width;
      canvas.current.height = viewport.height;
      const drawing = page.render({ canvas: canvas.current, viewport });
      cancel = () => drawing.cancel();
      drawing.promise.catch(() => undefined);
    });
    return () => {
      current = false;
      cancel();
    };
  }, [pdf, number]);
  return <canvas ref={canvas} className={classes.page} role="img" aria-label={label} />;
}
