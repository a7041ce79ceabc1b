import {
  ActionIcon,
  Button,
  Input,
  NativeSelect,
  PasswordInput,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultEntry, entryOfTyped, type FieldEntry, isChanged, stepNumber, textOf } from './field-entries.ts';
import type { FormField } from './form-fields.ts';
import classes from './RunForm.module.css';

export interface ParameterFieldProps {
  readonly field: FormField;
  readonly entry: FieldEntry;
  readonly error: string | undefined;
  readonly autoFocus: boolean;
  readonly onChange: (entry: FieldEntry) => void;
  /** The field was left: from now on it may say what it misses. */
  readonly onLeave: () => void;
}

/** One parameter: its name, type and description, and the control that fits its type. */
export function ParameterField(props: ParameterFieldProps) {
  const { field, entry, onChange } = props;
  const id = useId();
  return (
    <div className={classes.field} data-parameter={field.name}>
      <div className={classes.head}>
        <Input.Label htmlFor={id} required={field.required} className={classes.name ?? ''}>
          {field.name}
        </Input.Label>
        <span className={classes.type}>{field.typeLabel}</span>
        <span className={classes.grow} />
        {field.type === 'STRING' && !field.secret && <EmptyText field={field} entry={entry} onChange={onChange} />}
        {isChanged(field, entry) && <ResetButton field={field} onChange={onChange} />}
      </div>
      <Control {...props} id={id} />
    </div>
  );
}

type ControlProps = ParameterFieldProps & { readonly id: string };

function Control(props: ControlProps): ReactNode {
  const { field } = props;
  if (field.secret && field.type !== 'BOOLEAN') return <SecretControl {...props} />;
  switch (field.type) {
    case 'STRING':
      return <TextControl {...props} />;
    case 'NUMBER_INTEGER':
    case 'NUMBER_DOUBLE':
      return <NumberControl {...props} />;
    case 'BOOLEAN':
      return field.default === undefined ? <ChoiceControl {...props} /> : <SwitchControl {...props} />;
    default:
      return <CollectionControl {...props} />;
  }
}

const NARROW = { wrapper: classes.narrow ?? '' };

function textFrom(entry: FieldEntry): string {
  return entry.kind === 'text' ? entry.text : '';
}

/** What every control of a text has in common. */
function useCommon({ field, entry, error, autoFocus, onChange, onLeave, id }: ControlProps) {
  const { t } = useTranslation();
  const showsDefault = field.default !== undefined && !field.secret;
  const unset = showsDefault ? textOf(field.default, field.type) : t('runDialog.unset');
  return {
    id,
    value: textFrom(entry),
    error,
    errorProps: { role: 'alert' },
    description: field.description,
    required: field.required,
    placeholder: entry.kind === 'unset' ? (field.required ? '' : unset) : t('runDialog.emptyText'),
    'data-autofocus': autoFocus || undefined,
    onBlur: onLeave,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(entryOfTyped(field, event.currentTarget.value)),
  };
}

/** Takes several lines; while there is one, Enter starts the run as in any form and Shift+Enter breaks the line. */
function TextControl(props: ControlProps) {
  const common = useCommon(props);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || common.value.includes('\n')) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return <Textarea {...common} autosize minRows={1} maxRows={10} spellCheck={false} onKeyDown={onKeyDown} />;
}

function SecretControl(props: ControlProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      {...useCommon(props)}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('runDialog.showSecret') }}
    />
  );
}

function NumberControl(props: ControlProps) {
  const { field, onChange } = props;
  const common = useCommon(props);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const next = step === 0 ? undefined : stepNumber(common.value, step);
    if (next === undefined) return;
    event.preventDefault();
    onChange({ kind: 'text', text: next });
  };
  const inputMode = field.type === 'NUMBER_INTEGER' ? 'numeric' : 'decimal';
  return <TextInput {...common} classNames={NARROW} inputMode={inputMode} autoComplete="off" onKeyDown={onKeyDown} />;
}

function SwitchControl({ field, entry, onChange, id, autoFocus }: ControlProps) {
  const { t } = useTranslation();
  const on = /^(true|yes|1)$/i.test(textFrom(entry));
  return (
    <Switch
      id={id}
      checked={on}
      description={field.description}
      label={t(on ? 'runDialog.true' : 'runDialog.false')}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange({ kind: 'text', text: String(event.currentTarget.checked) })}
    />
  );
}

/** A switch would have to be on or off; without a default it is neither until somebody says so. */
function ChoiceControl(props: ControlProps) {
  const { t } = useTranslation();
  const { placeholder: _placeholder, ...common } = useCommon(props);
  return (
    <NativeSelect
      {...common}
      classNames={NARROW}
      data={[
        { value: '', label: t(props.field.required ? 'runDialog.choose' : 'runDialog.unset') },
        { value: 'true', label: t('runDialog.true') },
        { value: 'false', label: t('runDialog.false') },
      ]}
    />
  );
}

function CollectionControl(props: ControlProps) {
  const common = useCommon(props);
  const example = props.field.type === 'LIST' ? '["a", "b"]' : '{"a": 1}';
  return (
    <Textarea
      {...common}
      placeholder={common.placeholder === '' ? example : common.placeholder}
      autosize
      minRows={2}
      maxRows={14}
      spellCheck={false}
      classNames={{ input: classes.code ?? '' }}
    />
  );
}

/** Says that a text is empty on purpose, which is different from having none. */
function EmptyText({ field, entry, onChange }: Pick<ParameterFieldProps, 'field' | 'entry' | 'onChange'>) {
  const { t } = useTranslation();
  if (field.default !== undefined || entry.kind !== 'unset') return null;
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => onChange({ kind: 'text', text: '' })}>
      {t('runDialog.useEmptyText')}
    </Button>
  );
}

function ResetButton({ field, onChange }: Pick<ParameterFieldProps, 'field' | 'onChange'>) {
  const { t } = useTranslation();
  const label = t(field.default === undefined ? 'runDialog.clear' : 'runDialog.reset');
  return (
    <Tooltip label={label}>
      <ActionIcon size={20} aria-label={label} onClick={() => onChange(defaultEntry(field))}>
        <IconRestore size={14} stroke={1.7} aria-hidden={true} />
      </ActionIcon>
    </Tooltip>
  );
}
