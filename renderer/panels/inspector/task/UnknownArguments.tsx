import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clearArgument } from '../../../../src/model/edits/set-argument.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { Field } from '../fields/Field.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { problemsOfPort, type TaskPartProps } from './task-part-props.ts';

/** Arguments for ports the component does not have: kept, shown, and to be taken away. */
export function UnknownArguments({ tabId, task, ports, problems }: TaskPartProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const known = new Set(ports.inputs.map((port) => port.id));
  const unknown = Object.keys(task.arguments).filter((port) => !known.has(port));
  return unknown.map((port) => (
    <Field
      key={port}
      tabId={tabId}
      field={`argument:${port}`}
      label={port}
      layout="line"
      problems={problemsOfPort(problems, 'in', port)}
    >
      {canEdit && (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => gestureOf(tabId, port).step((next) => clearArgument(next, task.id, port))}
        >
          {t('inspector.unset')}
        </Button>
      )}
    </Field>
  ));
}
