import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanEdit } from '../../../../state/hooks.ts';
import { Field } from '../../fields/Field.tsx';
import { AddRow, RemoveRow } from '../../fields/RowButtons.tsx';
import { optionOf } from '../options/option-access.ts';
import { problemsAt } from '../task-part-props.ts';
import classes from './Form.module.css';
import { type FieldSpec, freshRecord } from './field-spec.ts';
import { type FormProps, labelOf } from './form-props.ts';

interface RecordListProps extends FormProps {
  readonly fields: readonly FieldSpec[];
  /** The fields of the thing at a path. */
  readonly renderFields: (path: string) => ReactNode;
}

/** A list of things of several fields each, one card for each. */
export function RecordList(props: RecordListProps) {
  const { tabId, task, spec, path, problems, fields, renderFields } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const option = optionOf(tabId, task, path);
  const records = (option.value ?? []) as readonly unknown[];
  const label = labelOf(t, spec);
  const canRemove = canEdit && !(spec.kind === 'records' && spec.isNeeded === true && records.length === 1);
  const field = `options.${path}`;
  return (
    <Field tabId={tabId} field={field} label={label} problems={problemsAt(problems, field)}>
      {records.map((_, index) => {
        const name = t('inspector.numbered', { name: label, number: index + 1 });
        return (
          // A record has no name of its own; its place is what the settings call it by.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <fieldset key={index} className={classes.card} aria-label={name} data-field={`${field}.${index}`}>
            {canRemove && (
              <RemoveRow
                className={classes.removeCard}
                name={name}
                onClick={() => optionOf(tabId, task, `${path}.${index}`).set(undefined)}
              />
            )}
            {renderFields(`${path}.${index}`)}
          </fieldset>
        );
      })}
      {canEdit && <AddRow label={t('values.addEntry')} onClick={() => option.set([...records, freshRecord(fields)])} />}
    </Field>
  );
}
