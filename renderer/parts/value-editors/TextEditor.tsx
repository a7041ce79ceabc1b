import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { constantText } from './constant-text.ts';
import { useUnsetWords } from './use-unset-words.ts';
import { useValueDraft } from './use-value-draft.ts';
import type { ValueEditorProps } from './value-editor-props.ts';
import classes from './values.module.css';

/** Text of as many lines as it takes, or a number in one line. */
export function TextEditor(props: ValueEditorProps) {
  const { type, value, label, id, describedBy, readOnly = false, secret = false } = props;
  const { t } = useTranslation();
  const shown = value === undefined ? '' : constantText(value, type);
  const draft = useValueDraft(props, shown);
  const unsetWords = useUnsetWords(props);
  const hint = value === '' ? t('values.emptyText') : unsetWords;
  const common = {
    ...(id === undefined ? {} : { id }),
    'aria-label': label,
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    value: draft.text,
    placeholder: hint,
    readOnly,
    error: draft.reason,
    'data-unset': value === undefined && draft.text === '',
    ...draft.handlers,
  };
  const change = (event: { readonly currentTarget: { readonly value: string } }): void =>
    draft.type(event.currentTarget.value);
  if (secret) {
    return <PasswordInput {...common} autoComplete="off" onChange={change} />;
  }
  if (type !== 'STRING') {
    const mode = type === 'NUMBER_INTEGER' ? 'numeric' : 'decimal';
    return <TextInput {...common} inputMode={mode} autoComplete="off" spellCheck={false} onChange={change} />;
  }
  return (
    <Textarea
      {...common}
      classNames={{ input: classes.text ?? '' }}
      autosize
      minRows={1}
      maxRows={14}
      autoComplete="off"
      spellCheck={false}
      onChange={change}
    />
  );
}
