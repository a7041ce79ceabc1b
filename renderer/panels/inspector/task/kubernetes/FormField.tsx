import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../fields/ChoiceField.tsx';
import { NumberField } from '../../fields/NumberField.tsx';
import { SwitchField } from '../../fields/SwitchField.tsx';
import { TextField } from '../../fields/TextField.tsx';
import { optionOf } from '../options/option-access.ts';
import { SettingField } from '../options/SettingField.tsx';
import { StringMapField } from '../options/StringMapField.tsx';
import { problemsAt } from '../task-part-props.ts';
import type { FieldSpec } from './field-spec.ts';
import { type FormProps, labelOf } from './form-props.ts';
import { JsonSetting } from './JsonSetting.tsx';
import { RecordForm } from './RecordForm.tsx';
import { RecordList } from './RecordList.tsx';
import { RowList } from './RowList.tsx';
import { WordList } from './WordList.tsx';

/** The control of one field, by its kind. */
export function FormField(props: FormProps) {
  const { spec, path } = props;
  const { t } = useTranslation();
  const label = labelOf(t, spec);
  const renderFields = (fields: readonly FieldSpec[], record: string) =>
    fields.map((inner) => <FormField key={inner.key} {...props} spec={inner} path={`${record}.${inner.key}`} />);
  switch (spec.kind) {
    case 'setting':
      return <SettingField {...props} path={path} label={label} layout="line" isNeeded={spec.isNeeded === true} />;
    case 'settings':
      return (
        <RowList
          {...props}
          renderRow={(place, name) => <SettingField {...props} path={place} label={name} isNeeded={true} />}
        />
      );
    case 'words':
      return <WordList {...props} />;
    case 'map':
      return <StringMapField {...props} path={path} label={label} />;
    case 'json':
      return <JsonSetting {...props} />;
    case 'record':
      return <RecordForm {...props}>{renderFields(spec.fields, path)}</RecordForm>;
    case 'records':
      return (
        <RecordList {...props} fields={spec.fields} renderFields={(record) => renderFields(spec.fields, record)} />
      );
    default:
      return <PlainField {...props} spec={spec} label={label} />;
  }
}

type PlainSpec = Exclude<FieldSpec, { readonly kind: 'record' | 'records' }>;

function PlainField({ tabId, task, path, problems, spec, label }: FormProps & { spec: PlainSpec; label: string }) {
  const { t } = useTranslation();
  const option = optionOf(tabId, task, path);
  const field = `options.${path}`;
  const isNeeded = 'isNeeded' in spec && spec.isNeeded === true;
  const common = { tabId, field, label, problems: problemsAt(problems, field) };
  if (spec.kind === 'switch') {
    return (
      <SwitchField
        {...common}
        checked={option.value === true}
        onChange={(checked) => option.set(checked ? true : undefined)}
      />
    );
  }
  if (spec.kind === 'choice') {
    const choices = spec.choices.map((value) => ({ value, label: value }));
    return (
      <ChoiceField
        {...common}
        value={(option.value as string | undefined) ?? ''}
        choices={isNeeded ? choices : [{ value: '', label: t('values.notSet') }, ...choices]}
        onChange={(value) => option.set(value === '' ? undefined : value)}
      />
    );
  }
  const gesture = { onEnd: option.end, onRevert: option.revert, layout: 'line' as const };
  if (spec.kind === 'whole') {
    const value = option.value as number | undefined;
    return <NumberField {...common} {...gesture} kind="whole" least={0} value={value} onChange={option.change} />;
  }
  return (
    <TextField
      {...common}
      {...gesture}
      isCode={true}
      value={option.value as string | undefined}
      onChange={(text) => option.change(text ?? (isNeeded ? '' : undefined))}
    />
  );
}
