// SPDX-License-Identifier: Apache-2.0
import { VisuallyHidden } from '@mantine/core';
import { useFormState } from './form-context.ts';
import classes from './schema-form.module.css';

// The name of a group of fields; what has to be there is marked as a single field is.
export function GroupLegend({ text, required }: { text: string; required: boolean }) {
  const { t } = useFormState();
  return (
    <legend>
      {text}
      {required && (
        <>
          <span aria-hidden="true" className={classes.required}>
            {' *'}
          </span>
          <VisuallyHidden>({t('form.required')})</VisuallyHidden>
        </>
      )}
    </legend>
  );
}
