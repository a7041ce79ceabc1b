import { useTranslation } from 'react-i18next';
import type { PipelineInput } from '../../../../src/model/document.ts';
import { addInput, moveInput, removeInput } from '../../../../src/model/edits/pipeline-inputs.ts';
import { gestureOf } from '../fields/gesture.ts';
import { Section } from '../fields/Section.tsx';
import { InputForm } from './InputForm.tsx';
import { isSecret } from './is-secret.ts';
import { PortList } from './PortList.tsx';
import type { PipelinePartProps } from './pipeline-part-props.ts';

/** What the pipeline is given when it is run. */
export function PipelineInputs(props: PipelinePartProps) {
  const { tabId, pipeline, problems } = props;
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `inputs ${pipeline.id}`);
  const add = (): string => {
    let name = '';
    gesture.step((document) => {
      const added = addInput(document, pipeline.id, {
        name: 'input',
        type: { kind: 'parameter', parameterType: 'STRING' },
      });
      name = added.name;
      return added;
    });
    return name;
  };
  return (
    <Section id="pipelineInputs" note={String(pipeline.inputs.length)}>
      <PortList
        tabId={tabId}
        side="input"
        ports={pipeline.inputs}
        problems={problems}
        emptyWords={t('inspector.noPipelineInputs')}
        addWords={t('inspector.addInput')}
        noteOf={(port) => noteOf(port, t('inspector.secret'))}
        onAdd={add}
        onMove={(name, index) => gesture.step((document) => moveInput(document, pipeline.id, name, index))}
        onRemove={(name) => gesture.step((document) => removeInput(document, pipeline.id, name))}
        renderForm={(port) => <InputForm {...props} input={port} />}
      />
    </Section>
  );
}

/** What a folded line says of an input beside its name. */
function noteOf(input: PipelineInput, secretWord: string): string {
  if (isSecret(input)) return secretWord;
  if (input.default === undefined) return '';
  return typeof input.default === 'string' ? `“${input.default}”` : JSON.stringify(input.default);
}
