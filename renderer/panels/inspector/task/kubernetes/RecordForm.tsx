import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../fields/Field.tsx';
import classes from './Form.module.css';
import { type FormProps, labelOf } from './form-props.ts';

/** Several fields that are one thing. */
export function RecordForm({ tabId, spec, path, children }: FormProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Field tabId={tabId} field={`options.${path}`} label={labelOf(t, spec)}>
      <fieldset className={classes.card} aria-label={labelOf(t, spec)}>
        {children}
      </fieldset>
    </Field>
  );
}
