// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import classes from './file-preview.module.css';

export function TextView({ blob }: { blob: Blob }) {
  const [text, setText] = useState('');
  useEffect(() => {
    let current = true;
    void blob.text().then((read) => current && setText(read));
    return () => {
      current = false;
    };
  }, [blob]);
  return <pre className={classes.text}>{text}</pre>;
}
