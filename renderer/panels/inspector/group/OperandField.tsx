import { useTranslation } from 'react-i18next';
import type { ConditionOperand } from '../../../../src/model/group.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { Field } from '../fields/Field.tsx';
import type { Gesture } from '../fields/gesture.ts';
import { TextField } from '../fields/TextField.tsx';
import { ReferenceChip } from '../references/ReferenceChip.tsx';
import { ReferencePicker } from '../references/ReferencePicker.tsx';
import type { GroupPartProps } from './group-part-props.ts';
import { firstValue, fitsOperand, readOperand, typeAskedBy } from './operand-values.ts';

interface OperandFieldProps extends GroupPartProps {
  readonly field: string;
  readonly label: string;
  readonly operand: ConditionOperand;
  readonly other: ConditionOperand;
  readonly gesture: Gesture;
  readonly onChange: (operand: ConditionOperand) => void;
}

/** One side of a comparison: something of the pipeline, or a constant of the type that the other side has. */
export function OperandField(props: OperandFieldProps) {
  const { tabId, document, pipeline, group, field, label, operand, other, gesture, onChange } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const type = typeAskedBy(document, pipeline, other);
  const step = (next: ConditionOperand): void => {
    gesture.end();
    onChange(next);
    gesture.end();
  };
  const picker = (
    <ReferencePicker
      tabId={tabId}
      pipeline={pipeline}
      place={{ kind: 'operand', group: group.id }}
      label={t('inspector.connectPort', { name: label })}
      onPick={step}
    />
  );
  const tools = canEdit ? { tools: picker } : {};
  if (operand.kind !== 'value') {
    return (
      <Field tabId={tabId} field={field} label={label} {...tools}>
        <ReferenceChip tabId={tabId} pipeline={pipeline} reference={operand} onRemove={() => step(firstValue(type))} />
      </Field>
    );
  }
  if (type === 'truth' && typeof operand.value === 'boolean') {
    const choices = (['true', 'false'] as const).map((value) => ({ value, label: value }));
    return (
      <ChoiceField
        tabId={tabId}
        field={field}
        label={label}
        value={operand.value ? 'true' : 'false'}
        choices={choices}
        onChange={(text) => step({ kind: 'value', value: text === 'true' })}
      />
    );
  }
  return (
    <TextField
      tabId={tabId}
      field={field}
      label={label}
      value={String(operand.value)}
      isCode={true}
      {...tools}
      {...(fitsOperand(operand, type) ? {} : { hint: t(`inspector.operandAsked.${type}`) })}
      problemWith={(text) => (readOperand(text, type) === undefined ? t(`inspector.operandAsked.${type}`) : undefined)}
      onChange={(text) => {
        const next = readOperand(text ?? '', type);
        if (next !== undefined) onChange(next);
      }}
      onEnd={gesture.end}
      onRevert={gesture.revert}
    />
  );
}
