import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isEnvironmentName } from '../../../../../src/analysis/rules/environment.ts';
import type { EnvironmentVariable } from '../../../../../src/model/task-options.ts';
import { useSentence } from '../../../../i18n/use-sentence.ts';
import { useFieldDraft } from '../../../../parts/value-editors/use-field-draft.ts';
import { useCanEdit } from '../../../../state/hooks.ts';
import { Field } from '../../fields/Field.tsx';
import { AddRow, RemoveRow } from '../../fields/RowButtons.tsx';
import classes from '../Task.module.css';
import { problemsBelow, type TaskPartProps } from '../task-part-props.ts';
import { optionOf } from './option-access.ts';

/** Environment variables, one in a row. */
export function EnvironmentTable({ tabId, task, problems }: TaskPartProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const canEdit = useCanEdit(tabId);
  const option = optionOf(tabId, task, 'env');
  const variables = task.options.env ?? [];
  const store = (next: readonly EnvironmentVariable[]): unknown => (next.length === 0 ? undefined : next);
  const replace = (index: number, patch: Partial<EnvironmentVariable>): void =>
    option.change(variables.map((variable, at) => (at === index ? { ...variable, ...patch } : variable)));
  const nameProblem = (index: number, name: string): string | undefined => {
    if (!isEnvironmentName(name)) return say('diagnostic.env-name-invalid', { name });
    const isTaken = variables.some((variable, at) => at !== index && variable.name === name);
    return isTaken ? t('inspector.envTaken', { name }) : undefined;
  };
  return (
    <Field
      tabId={tabId}
      field="options.env"
      layout={variables.length === 0 ? 'line' : 'stack'}
      label={t('inspector.option.env')}
      problems={problemsBelow(problems, 'options.env')}
    >
      <div className={classes.table}>
        {variables.map(({ name, value }, index) => (
          // A variable's name changes while it is typed; its place does not.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <div key={index} className={classes.tableRow}>
            <Cell
              label={t('inspector.envName', { number: index + 1 })}
              value={name}
              readOnly={!canEdit}
              when="leaving"
              problemWith={(text) => nameProblem(index, text)}
              onChange={(next) => replace(index, { name: next })}
              onEnd={option.end}
              onRevert={option.revert}
            />
            <Cell
              label={t('inspector.envValue', { name })}
              value={value}
              readOnly={!canEdit}
              when="typing"
              onChange={(next) => replace(index, { value: next })}
              onEnd={option.end}
              onRevert={option.revert}
            />
            {canEdit && (
              <RemoveRow name={name} onClick={() => option.set(store(variables.filter((_, at) => at !== index)))} />
            )}
          </div>
        ))}
        {canEdit && (
          <AddRow
            label={t('inspector.addEnv')}
            onClick={() => option.set([...variables, { name: freeName(variables), value: '' }])}
          />
        )}
      </div>
    </Field>
  );
}

function freeName(variables: readonly EnvironmentVariable[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'NAME' : `NAME_${number}`;
    if (!variables.some((variable) => variable.name === name)) return name;
  }
}

interface CellProps {
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly when: 'typing' | 'leaving';
  readonly problemWith?: (text: string) => string | undefined;
  readonly onChange: (value: string) => void;
  readonly onEnd: () => void;
  readonly onRevert?: () => void;
}

/** One cell of a table of texts. */
export function Cell({ label, value, readOnly, when, problemWith, onChange, onEnd, onRevert }: CellProps) {
  const draft = useFieldDraft<string>({
    stored: value,
    shown: value,
    read: (text) => {
      const reason = problemWith?.(text);
      return reason === undefined ? { ok: true, value: text } : { ok: false, reason };
    },
    write: onChange,
    revert: onRevert,
    end: onEnd,
    when,
  });
  return (
    <TextInput
      aria-label={label}
      value={draft.text}
      readOnly={readOnly}
      error={draft.reason}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => draft.type(event.currentTarget.value)}
      {...draft.handlers}
    />
  );
}
