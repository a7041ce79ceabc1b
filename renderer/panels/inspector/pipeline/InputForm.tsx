import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PipelineInput } from '../../../../src/model/document.ts';
import { nameOfNode } from '../../../../src/model/document-path.ts';
import { renameInput, updateInput } from '../../../../src/model/edits/pipeline-inputs.ts';
import { guessSecret } from '../../../../src/model/guess-secret.ts';
import { usersOfInput } from '../../../../src/model/users.ts';
import { ValueEditor } from '../../../parts/value-editors/ValueEditor.tsx';
import { useCanEdit } from '../../../state/hooks.ts';
import { Field } from '../fields/Field.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { SwitchField } from '../fields/SwitchField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { UserLinks } from '../fields/UserLinks.tsx';
import type { OutputUser } from '../task/output-users.ts';
import { changesForType } from './change-type.ts';
import { isSecret } from './is-secret.ts';
import { NameField } from './NameField.tsx';
import type { PipelinePartProps } from './pipeline-part-props.ts';
import { TypeField } from './TypeField.tsx';

type InputFormProps = PipelinePartProps & { readonly input: PipelineInput };

/** One pipeline input: name, type, default, what it is for, whether it is secret, who uses it. */
export function InputForm(props: InputFormProps) {
  const { tabId, pipeline, input } = props;
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `input ${pipeline.id} ${input.name} description`);
  const change = (changes: Parameters<typeof updateInput>[3]): void =>
    gesture.step((document) => updateInput(document, pipeline.id, input.name, changes));
  const others = pipeline.inputs.filter((other) => other !== input).map((other) => other.name);
  return (
    <>
      <NameField
        tabId={tabId}
        side="input"
        name={input.name}
        taken={others}
        rename={(document, to) => renameInput(document, pipeline.id, input.name, to)}
      />
      <TypeField
        tabId={tabId}
        field={`inputType:${input.name}`}
        type={input.type}
        onChange={(type) => change(changesForType(input, type))}
      />
      {input.type.kind === 'parameter' ? (
        <DefaultField {...props} />
      ) : (
        <SwitchField
          tabId={tabId}
          field={`inputOptional:${input.name}`}
          label={t('inspector.optional')}
          checked={input.optional === true}
          onChange={(checked) => change({ optional: checked ? true : undefined })}
        />
      )}
      <TextField
        tabId={tabId}
        field={`inputDescription:${input.name}`}
        label={t('inspector.description')}
        value={input.description}
        lines={2}
        onChange={(description) =>
          gesture.edit((document) => updateInput(document, pipeline.id, input.name, { description }))
        }
        onEnd={gesture.end}
        onRevert={gesture.revert}
      />
      {input.type.kind === 'parameter' && (
        <SwitchField
          tabId={tabId}
          field={`inputSecret:${input.name}`}
          label={t('inspector.secret')}
          hint={input.secret === undefined && guessSecret(input.name) ? t('inspector.secretGuessed') : undefined}
          checked={isSecret(input)}
          onChange={(secret) => change({ secret: secret === guessSecret(input.name) ? undefined : secret })}
        />
      )}
      <InputUsers {...props} />
    </>
  );
}

function DefaultField({ tabId, pipeline, input }: InputFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const canEdit = useCanEdit(tabId);
  const gesture = gestureOf(tabId, `input ${pipeline.id} ${input.name} default`);
  if (input.type.kind !== 'parameter') return null;
  const write = (value: PipelineInput['default'] | undefined): void =>
    gesture.edit((document) => updateInput(document, pipeline.id, input.name, { default: value }));
  const unset = (
    <ActionIcon
      size={20}
      aria-label={t('inspector.unsetDefault')}
      onClick={() => {
        gesture.end();
        write(undefined);
        gesture.end();
      }}
    >
      <IconX size={13} aria-hidden={true} />
    </ActionIcon>
  );
  return (
    <Field
      tabId={tabId}
      field={`inputDefault:${input.name}`}
      label={t('inspector.defaultValue')}
      labelFor={id}
      tools={canEdit && input.default !== undefined ? unset : undefined}
      hint={input.default === undefined && input.optional !== true ? t('inspector.mustBeGiven') : undefined}
    >
      <ValueEditor
        key={input.type.parameterType}
        id={id}
        type={input.type.parameterType}
        value={input.default}
        label={t('inspector.defaultOf', { name: input.name })}
        placeholder={t('inspector.noDefault')}
        secret={input.type.parameterType === 'STRING' && isSecret(input)}
        readOnly={!canEdit}
        onChange={write}
        onEnd={gesture.end}
        onRevert={gesture.revert}
      />
    </Field>
  );
}

function InputUsers({ tabId, document, pipeline, input }: InputFormProps) {
  const users = useMemo((): readonly OutputUser[] => {
    const { nodes, outputs } = usersOfInput(document, pipeline.id, input.name);
    return [
      ...nodes.map((node): OutputUser => ({ key: node, name: nameOfNode(document, node), kind: 'node' })),
      ...outputs.map((name): OutputUser => ({ key: `outputs:${pipeline.id}`, name, kind: 'pipeline-output' })),
    ];
  }, [document, pipeline.id, input.name]);
  return <UserLinks tabId={tabId} users={users} />;
}
