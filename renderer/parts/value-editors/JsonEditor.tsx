import { Textarea } from '@mantine/core';
import { constantText } from './constant-text.ts';
import { useValueDraft } from './use-value-draft.ts';
import type { ValueEditorProps } from './value-editor-props.ts';
import classes from './values.module.css';

/** A value as JSON text. What is no JSON of the type stays in the field with the reason. */
export function JsonEditor(props: ValueEditorProps) {
  const { type, value, label, id, describedBy, readOnly = false } = props;
  const draft = useValueDraft(props, value === undefined ? '' : constantText(value, type));
  return (
    <Textarea
      {...(id === undefined ? {} : { id })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      aria-label={label}
      classNames={{ input: classes.code ?? '' }}
      value={draft.text}
      readOnly={readOnly}
      error={draft.reason}
      autosize
      minRows={2}
      maxRows={18}
      spellCheck={false}
      onChange={(event) => draft.type(event.currentTarget.value)}
      {...draft.handlers}
    />
  );
}
