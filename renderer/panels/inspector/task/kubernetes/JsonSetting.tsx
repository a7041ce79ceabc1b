import { useTranslation } from 'react-i18next';
import type { ConstantValue, SettingValue } from '../../../../../src/model/argument.ts';
import type { JsonValue } from '../../../../../src/model/json.ts';
import { isReference } from '../../../../../src/model/references.ts';
import { JsonEditor } from '../../../../parts/value-editors/JsonEditor.tsx';
import { useCanEdit } from '../../../../state/hooks.ts';
import { Field } from '../../fields/Field.tsx';
import { ReferenceChip } from '../../references/ReferenceChip.tsx';
import { ReferencePicker } from '../../references/ReferencePicker.tsx';
import { optionOf } from '../options/option-access.ts';
import { problemsAt } from '../task-part-props.ts';
import { type FormProps, labelOf } from './form-props.ts';

/** JSON in place of the fields beside it, as a value or from a reference that is known only when the task runs. */
export function JsonSetting({ tabId, pipeline, task, spec, path, problems }: FormProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const option = optionOf(tabId, task, path);
  const value = option.value as SettingValue<JsonValue> | undefined;
  const label = labelOf(t, spec);
  const field = `options.${path}`;
  const isFed = typeof value === 'object' && value !== null && isReference(value);
  const tools = (
    <ReferencePicker
      tabId={tabId}
      pipeline={pipeline}
      place={{ kind: 'text', task: task.id }}
      label={t('inspector.connectPort', { name: label })}
      onPick={option.set}
    />
  );
  return (
    <Field
      tabId={tabId}
      field={field}
      label={label}
      problems={problemsAt(problems, field)}
      {...(canEdit ? { tools } : {})}
    >
      {isFed ? (
        <ReferenceChip tabId={tabId} pipeline={pipeline} reference={value} onRemove={() => option.set(undefined)} />
      ) : (
        <JsonEditor
          type="STRUCT"
          label={label}
          value={value as ConstantValue | undefined}
          readOnly={!canEdit}
          onChange={option.change}
          onEnd={option.end}
          onRevert={option.revert}
        />
      )}
    </Field>
  );
}
