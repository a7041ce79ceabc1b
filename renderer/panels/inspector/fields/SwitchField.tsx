import { Switch } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { Field } from './Field.tsx';

interface SwitchFieldProps {
  readonly tabId: TabId;
  readonly field: string;
  readonly label: ReactNode;
  readonly checked: boolean;
  /** Of several tasks that differ. */
  readonly isMixed?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly problems?: readonly Diagnostic[];
}

/** A field that is on or off. */
export function SwitchField(props: SwitchFieldProps) {
  const { tabId, field, label, checked, isMixed = false, onChange, hint, problems = [] } = props;
  const id = useId();
  const canEdit = useCanEdit(tabId);
  return (
    <Field tabId={tabId} field={field} label={label} labelFor={id} layout="line" hint={hint} problems={problems}>
      <Switch
        id={id}
        checked={checked}
        disabled={!canEdit}
        data-mixed={isMixed}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Field>
  );
}
