import { useTranslation } from 'react-i18next';
import type { StringMap } from '../../../../../src/model/kubernetes-settings.ts';
import { freeKey, withEntry, withoutEntry, withRenamedKey } from '../../../../parts/value-editors/collection-edits.ts';
import { useCanEdit } from '../../../../state/hooks.ts';
import { Field } from '../../fields/Field.tsx';
import { AddRow, RemoveRow } from '../../fields/RowButtons.tsx';
import classes from '../Task.module.css';
import { problemsBelow, type TaskPartProps } from '../task-part-props.ts';
import { Cell } from './EnvironmentTable.tsx';
import { optionOf } from './option-access.ts';

interface StringMapFieldProps extends TaskPartProps {
  readonly path: string;
  readonly label: string;
}

/** Names with texts: labels, annotations, node selectors. */
export function StringMapField({ tabId, task, path, label, problems }: StringMapFieldProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const option = optionOf(tabId, task, path);
  const map = (option.value ?? {}) as StringMap;
  const field = `options.${path}`;
  const rename = (key: string, to: string): void => {
    const renamed = withRenamedKey(map, key, to);
    if (renamed !== undefined) option.change(renamed);
  };
  const remove = (key: string): void => {
    const rest = withoutEntry(map, key);
    option.set(Object.keys(rest).length === 0 ? undefined : rest);
  };
  return (
    <Field
      tabId={tabId}
      field={field}
      label={label}
      layout={Object.keys(map).length === 0 ? 'line' : 'stack'}
      problems={problemsBelow(problems, field)}
    >
      <div className={classes.table}>
        {Object.entries(map).map(([key, value], index) => (
          // A key changes while it is typed; its place does not.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <div key={index} className={classes.tableRow}>
            <Cell
              label={t('values.keyOf', { name: label, number: index + 1 })}
              value={key}
              readOnly={!canEdit}
              when="leaving"
              problemWith={(text) =>
                withRenamedKey(map, key, text) === undefined ? t('values.problem.duplicate-key') : undefined
              }
              onChange={(to) => rename(key, to)}
              onEnd={option.end}
              onRevert={option.revert}
            />
            <Cell
              label={t('values.entry', { name: label, key })}
              value={value}
              readOnly={!canEdit}
              when="typing"
              onChange={(next) => option.change(withEntry(map, key, next))}
              onEnd={option.end}
              onRevert={option.revert}
            />
            {canEdit && <RemoveRow name={key} onClick={() => remove(key)} />}
          </div>
        ))}
        {canEdit && <AddRow label={t('values.addEntry')} onClick={() => option.set({ ...map, [freeKey(map)]: '' })} />}
      </div>
    </Field>
  );
}
