import { NativeSelect } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { Field } from './Field.tsx';

interface ChoiceFieldProps<Value extends string> {
  readonly tabId: TabId;
  readonly field: string;
  readonly label: ReactNode;
  /** '' stands for what is not set, where that is a choice. */
  readonly value: Value | '';
  readonly choices: readonly { readonly value: Value | ''; readonly label: string }[];
  readonly onChange: (value: Value | '') => void;
  readonly hint?: ReactNode;
  readonly layout?: 'stack' | 'line';
  readonly problems?: readonly Diagnostic[];
}

/** A field that is one of a few. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { tabId, field, label, value, choices, onChange, hint, layout = 'line', problems = [] } = props;
  const id = useId();
  const canEdit = useCanEdit(tabId);
  return (
    <Field tabId={tabId} field={field} label={label} labelFor={id} layout={layout} hint={hint} problems={problems}>
      <NativeSelect
        id={id}
        value={value}
        disabled={!canEdit}
        data={[...choices]}
        onChange={(event) => onChange(event.currentTarget.value as Value | '')}
      />
    </Field>
  );
}
