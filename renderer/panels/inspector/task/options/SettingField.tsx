import { useTranslation } from 'react-i18next';
import type { Reference, SettingValue } from '../../../../../src/model/argument.ts';
import { isReference, isTextArgument } from '../../../../../src/model/references.ts';
import { useCanEdit } from '../../../../state/hooks.ts';
import { Field } from '../../fields/Field.tsx';
import { TextField } from '../../fields/TextField.tsx';
import { ReferenceChip } from '../../references/ReferenceChip.tsx';
import { ReferencePicker } from '../../references/ReferencePicker.tsx';
import { TextParts } from '../../references/TextParts.tsx';
import { problemsAt, type TaskPartProps } from '../task-part-props.ts';
import { optionOf } from './option-access.ts';

interface SettingFieldProps extends TaskPartProps {
  /** Below `options`. */
  readonly path: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly layout?: 'stack' | 'line';
  readonly hint?: string;
  readonly problemWith?: (text: string) => string | undefined;
  /** Emptied, it is an empty text: it cannot be absent. */
  readonly isNeeded?: boolean;
}

/** A setting that is a plain text, or a reference to a value that is known only when the task runs. */
export function SettingField(props: SettingFieldProps) {
  const {
    tabId,
    pipeline,
    task,
    path,
    label,
    layout = 'stack',
    placeholder,
    hint,
    problemWith,
    problems,
    isNeeded = false,
  } = props;
  const nothing = isNeeded ? '' : undefined;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const option = optionOf(tabId, task, path);
  const value = option.value as SettingValue | undefined;
  const field = `options.${path}`;
  const found = problemsAt(problems, field);
  const tools = canEdit ? (
    <ReferencePicker
      tabId={tabId}
      pipeline={pipeline}
      place={{ kind: 'text', task: task.id }}
      label={t('inspector.connectPort', { name: label })}
      onPick={(reference: Reference) => option.set(reference)}
    />
  ) : undefined;
  if (value !== undefined && isReference(value)) {
    return (
      <Field tabId={tabId} field={field} label={label} problems={found} {...(tools === undefined ? {} : { tools })}>
        <ReferenceChip tabId={tabId} pipeline={pipeline} reference={value} onRemove={() => option.set(nothing)} />
      </Field>
    );
  }
  if (isTextArgument(value)) {
    return (
      <Field tabId={tabId} field={field} label={label} problems={found}>
        <TextParts
          tabId={tabId}
          pipeline={pipeline}
          task={task.id}
          parts={value.parts}
          label={label}
          onChange={(parts) => option.change({ kind: 'text', parts })}
          onEnd={option.end}
        />
      </Field>
    );
  }
  return (
    <TextField
      tabId={tabId}
      field={field}
      label={label}
      value={value}
      isCode={true}
      layout={layout}
      problems={found}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(hint === undefined ? {} : { hint })}
      {...(problemWith === undefined ? {} : { problemWith })}
      {...(tools === undefined ? {} : { tools })}
      onChange={(text) => option.change(text ?? nothing)}
      onEnd={option.end}
      onRevert={option.revert}
    />
  );
}
