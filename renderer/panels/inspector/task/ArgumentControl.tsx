import { useTranslation } from 'react-i18next';
import type { Argument } from '../../../../src/model/argument.ts';
import { disconnect } from '../../../../src/model/edits/connect.ts';
import { clearArgument, setArgument } from '../../../../src/model/edits/set-argument.ts';
import { guessSecret } from '../../../../src/model/guess-secret.ts';
import { isReference } from '../../../../src/model/references.ts';
import { ValueEditor } from '../../../parts/value-editors/ValueEditor.tsx';
import { useCanEdit } from '../../../state/hooks.ts';
import { gestureOf } from '../fields/gesture.ts';
import { ReferenceChip } from '../references/ReferenceChip.tsx';
import { TextParts } from '../references/TextParts.tsx';
import type { InputFieldProps } from './input-field-props.ts';
import classes from './Task.module.css';
import { TemplateControl } from './TemplateControl.tsx';

/** What an input is given, in the control that fits it. */
export function ArgumentControl(props: InputFieldProps & { readonly controlId: string }) {
  const { tabId, pipeline, task, port } = props;
  const argument: Argument | undefined = task.arguments[port.id];
  const end = { kind: 'port', task: task.id, port: port.id } as const;
  const gesture = gestureOf(tabId, `argument ${task.id} ${port.id}`);
  if (argument !== undefined && isReference(argument)) {
    const remove = (): void => gesture.step((next) => disconnect(next, end, argument));
    return <ReferenceChip tabId={tabId} pipeline={pipeline} reference={argument} onRemove={remove} />;
  }
  if (argument?.kind === 'text') {
    return (
      <TextParts
        tabId={tabId}
        pipeline={pipeline}
        task={task.id}
        parts={argument.parts}
        label={port.name}
        onChange={(parts) => gesture.edit((next) => setArgument(next, task.id, port.id, { kind: 'text', parts }))}
        onEnd={gesture.end}
      />
    );
  }
  if (argument?.kind === 'template') return <TemplateControl {...props} value={argument.value} />;
  return <ConstantControl {...props} argument={argument} />;
}

function ConstantControl(
  props: InputFieldProps & { readonly controlId: string; readonly argument: Argument | undefined },
) {
  const { tabId, task, port, controlId, argument } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const gesture = gestureOf(tabId, `argument ${task.id} ${port.id}`);
  const value = argument?.kind === 'value' ? argument.value : undefined;
  if (port.type.kind === 'artifact' && value === undefined) {
    return <p className={classes.none}>{t(port.optional ? 'inspector.nothingFeeds' : 'inspector.mustBeFed')}</p>;
  }
  const parameterType = port.type.kind === 'artifact' ? 'STRING' : port.type.parameterType;
  if (parameterType === 'TASK_FINAL_STATUS' || parameterType === 'TASK_CONFIG') {
    return <p className={classes.none}>{t('inspector.setByKfp')}</p>;
  }
  return (
    <ValueEditor
      type={parameterType}
      value={value}
      label={port.name}
      id={controlId}
      standard={port.default}
      readOnly={!canEdit}
      secret={parameterType === 'STRING' && guessSecret(port.id)}
      onChange={(next) =>
        gesture.edit((document) =>
          next === undefined
            ? clearArgument(document, task.id, port.id)
            : setArgument(document, task.id, port.id, { kind: 'value', value: next }),
        )
      }
      onEnd={gesture.end}
      onRevert={gesture.revert}
    />
  );
}
