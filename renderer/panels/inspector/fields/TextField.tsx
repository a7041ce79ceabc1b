import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import { type DraftOutcome, useFieldDraft } from '../../../parts/value-editors/use-field-draft.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { Field } from './Field.tsx';
import classes from './Fields.module.css';

interface TextFieldProps {
  readonly tabId: TabId;
  readonly field: string;
  readonly label: ReactNode;
  /** Undefined: not set. */
  readonly value: string | undefined;
  /** An emptied field gives undefined. */
  readonly onChange: (value: string | undefined) => void;
  readonly onEnd: () => void;
  readonly onRevert?: () => void;
  /** Why a text cannot be taken. */
  readonly problemWith?: (text: string) => string | undefined;
  /** Changes the text as it is typed. */
  readonly tidy?: (text: string) => string;
  readonly when?: 'typing' | 'leaving';
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly tools?: ReactNode;
  readonly layout?: 'stack' | 'line';
  readonly problems?: readonly Diagnostic[];
  readonly isCode?: boolean;
  readonly lines?: number;
}

/** A field of plain text. What cannot be taken stays in it with the reason and is not stored. */
export function TextField(props: TextFieldProps) {
  const {
    tabId,
    field,
    label,
    value,
    onChange,
    onEnd,
    onRevert,
    problemWith,
    tidy,
    when = 'typing',
    placeholder = '',
  } = props;
  const { hint, tools, layout = 'stack', problems = [], isCode = false, lines = 1 } = props;
  const id = useId();
  const canEdit = useCanEdit(tabId);
  const draft = useFieldDraft<string | undefined>({
    stored: value,
    shown: value ?? '',
    read: (text): DraftOutcome<string | undefined> => {
      const reason = text === '' ? undefined : problemWith?.(text);
      return reason === undefined ? { ok: true, value: text === '' ? undefined : text } : { ok: false, reason };
    },
    write: onChange,
    revert: onRevert,
    end: onEnd,
    when,
  });
  const common = {
    id,
    value: draft.text,
    placeholder,
    readOnly: !canEdit,
    error: draft.reason,
    autoComplete: 'off',
    spellCheck: false,
    classNames: { input: isCode ? (classes.code ?? '') : '' },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const text = event.currentTarget.value;
      draft.type(tidy === undefined ? text : tidy(text));
    },
    ...draft.handlers,
  };
  return (
    <Field
      tabId={tabId}
      field={field}
      label={label}
      labelFor={id}
      layout={layout}
      hint={hint}
      {...(tools === undefined ? {} : { tools })}
      problems={problems}
    >
      {lines > 1 ? <Textarea {...common} autosize minRows={lines} maxRows={12} /> : <TextInput {...common} />}
    </Field>
  );
}
