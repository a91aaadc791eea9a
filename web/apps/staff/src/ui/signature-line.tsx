// SPDX-License-Identifier: Apache-2.0
import { mdiAlertDecagram, mdiCheckDecagramOutline } from '@mdi/js';
import { Icon } from './icon.tsx';
import classes from './signature-line.module.css';

// The server words the verdict; only a verdict that says the signature is right looks calm.
function isRight(verdict: string) {
  return /^(Подпись верна|The signature is valid)/.test(verdict);
}

// «Подпись верна: Минцифры, сертификат до 01.02.2027»
export function SignatureLine({ verdict }: { verdict: string }) {
  const right = isRight(verdict);
  return (
    <span className={right ? classes.right : classes.wrong}>
      <Icon path={right ? mdiCheckDecagramOutline : mdiAlertDecagram} size={16} />
      <span>{verdict}</span>
    </span>
  );
}
