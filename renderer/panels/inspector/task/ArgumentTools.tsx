import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconLogin2, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Argument, Reference } from '../../../../src/model/argument.ts';
import { connect } from '../../../../src/model/edits/connect.ts';
import { clearArgument, setArgument } from '../../../../src/model/edits/set-argument.ts';
import { isReference } from '../../../../src/model/references.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { gestureOf } from '../fields/gesture.ts';
import { argumentWithReferences } from '../references/argument-with-references.ts';
import { ReferencePicker } from '../references/ReferencePicker.tsx';
import type { InputFieldProps } from './input-field-props.ts';
import { makePipelineInput } from './promote-port.ts';

/** What may be done with an input: connect it, put a reference into its text, make it a pipeline input, unset it. */
export function ArgumentTools(props: InputFieldProps) {
  const { tabId, pipeline, task, port } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  if (!canEdit || isSetByKfp(props)) return null;
  const argument: Argument | undefined = task.arguments[port.id];
  const gesture = gestureOf(tabId, `argument ${task.id} ${port.id}`);
  const feed = (reference: Reference): void =>
    gesture.step((next) => connect(next, reference, { kind: 'port', task: task.id, port: port.id }));
  const promote = (): void => gesture.step((next) => makePipelineInput(next, task.id, port.id));
  return (
    <>
      <ReferencePicker
        tabId={tabId}
        pipeline={pipeline}
        place={{ kind: 'port', task: task.id, port: port.id, type: port.type }}
        label={t('inspector.connectPort', { name: port.name })}
        onPick={feed}
        newInput={{ name: port.id, onPick: promote }}
      />
      <MoreMenu {...props} argument={argument} onPromote={promote} />
    </>
  );
}

interface MoreMenuProps extends InputFieldProps {
  readonly argument: Argument | undefined;
  readonly onPromote: () => void;
}

function MoreMenu({ tabId, task, port, argument, onPromote }: MoreMenuProps) {
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `argument ${task.id} ${port.id}`);
  const isWired = argument !== undefined && isReference(argument);
  const open = argumentWithReferences(argument, port.type);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={22} aria-label={t('inspector.moreFor', { name: port.name })}>
          <IconDots size={15} aria-hidden={true} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconLogin2 size={15} aria-hidden={true} />}
          disabled={isWired && argument.kind === 'input'}
          onClick={onPromote}
        >
          {t('inspector.makeInput')}
        </Menu.Item>
        {open !== undefined && (
          <Menu.Item onClick={() => gesture.step((next) => setArgument(next, task.id, port.id, open))}>
            {t(open.kind === 'text' ? 'inspector.asText' : 'inspector.asTemplate')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={
            isWired ? (
              <IconPlugConnectedX size={15} aria-hidden={true} />
            ) : (
              <IconArrowBackUp size={15} aria-hidden={true} />
            )
          }
          disabled={argument === undefined}
          onClick={() => gesture.step((next) => clearArgument(next, task.id, port.id))}
        >
          {t(port.default === undefined ? 'inspector.unset' : 'inspector.unsetToDefault')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function isSetByKfp({ port }: InputFieldProps): boolean {
  const { type } = port;
  return (
    type.kind === 'parameter' && (type.parameterType === 'TASK_FINAL_STATUS' || type.parameterType === 'TASK_CONFIG')
  );
}
