// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import classes from './file-preview.module.css';

export function ImageView({ blob, name }: { blob: Blob; name: string }) {
  const t = useT();
  const [address, setAddress] = useState<string>();
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (broken) return <p>{t('file.broken')}</p>;
  return <img className={classes.image} src={address} alt={name} onError={() => setBroken(true)} />;
}
