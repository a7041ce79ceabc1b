import { useTranslation } from 'react-i18next';
import { Field } from '../../fields/Field.tsx';
import classes from './Form.module.css';
import { FormField } from './FormField.tsx';
import type { FieldSpec } from './field-spec.ts';
import { type FormProps, labelOf } from './form-props.ts';

/** Several fields that are one thing. */
export function RecordForm({ fields, ...props }: FormProps & { readonly fields: readonly FieldSpec[] }) {
  const { tabId, spec, path } = props;
  const { t } = useTranslation();
  return (
    <Field tabId={tabId} field={`options.${path}`} label={labelOf(t, spec)}>
      <fieldset className={classes.card} aria-label={labelOf(t, spec)}>
        {fields.map((inner) => (
          <FormField key={inner.key} {...props} spec={inner} path={`${path}.${inner.key}`} />
        ))}
      </fieldset>
    </Field>
  );
}
