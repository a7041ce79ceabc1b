import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanEdit } from '../../../../state/hooks.ts';
import { Field } from '../../fields/Field.tsx';
import { AddRow, RemoveRow } from '../../fields/RowButtons.tsx';
import { optionOf } from '../options/option-access.ts';
import classes from './Form.module.css';
import { type FormProps, labelOf } from './form-props.ts';

interface RowListProps extends FormProps {
  /** The control of one row; it names itself by `name`. */
  readonly renderRow: (path: string, name: string) => ReactNode;
}

/** A list of texts, each in a row of its own. */
export function RowList({ tabId, task, spec, path, renderRow }: RowListProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const option = optionOf(tabId, task, path);
  const rows = (option.value ?? []) as readonly unknown[];
  const label = labelOf(t, spec);
  return (
    <Field tabId={tabId} field={`options.${path}`} label={label}>
      {rows.map((_, index) => {
        const name = t('inspector.numbered', { name: label, number: index + 1 });
        const place = `${path}.${index}`;
        return (
          // A text changes while it is typed; its place does not.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <div key={index} className={classes.word}>
            {renderRow(place, name)}
            {canEdit && <RemoveRow name={name} onClick={() => optionOf(tabId, task, place).set(undefined)} />}
          </div>
        );
      })}
      {canEdit && <AddRow label={t('values.addEntry')} onClick={() => option.set([...rows, ''])} />}
    </Field>
  );
}
