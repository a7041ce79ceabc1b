import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortType } from '../../../../src/model/port-type.ts';
import { typeLabel } from '../../../../src/model/type-label.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { Field } from '../fields/Field.tsx';
import { typeChoices } from './port-types.ts';

interface TypeFieldProps {
  readonly tabId: TabId;
  readonly field: string;
  readonly type: PortType;
  readonly onChange: (type: PortType) => void;
}

/** The type of an input or output. */
export function TypeField({ tabId, field, type, onChange }: TypeFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const canEdit = useCanEdit(tabId);
  const { parameters, artifacts } = typeChoices(type);
  const choose = (label: string): void => {
    const chosen = [...parameters, ...artifacts].find((choice) => choice.label === label);
    if (chosen !== undefined) onChange(chosen.type);
  };
  return (
    <Field tabId={tabId} field={field} label={t('inspector.type')} labelFor={id} layout="line">
      <NativeSelect
        id={id}
        value={typeLabel(type)}
        disabled={!canEdit}
        data={[
          { group: t('inspector.parameters'), items: parameters.map(({ label }) => label) },
          { group: t('inspector.artifacts'), items: artifacts.map(({ label }) => label) },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </Field>
  );
}
