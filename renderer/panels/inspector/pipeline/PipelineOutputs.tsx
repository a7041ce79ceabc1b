import { useTranslation } from 'react-i18next';
import { addOutput, moveOutput, removeOutput } from '../../../../src/model/edits/pipeline-outputs.ts';
import { gestureOf } from '../fields/gesture.ts';
import { Section } from '../fields/Section.tsx';
import { textOfReference } from '../references/reference-words.ts';
import { OutputForm } from './OutputForm.tsx';
import { PortList } from './PortList.tsx';
import type { PipelinePartProps } from './pipeline-part-props.ts';

/** What the pipeline gives when it has run. */
export function PipelineOutputs(props: PipelinePartProps) {
  const { tabId, document, pipeline, problems } = props;
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `outputs ${pipeline.id}`);
  const add = (): string => {
    let name = '';
    gesture.step((next) => {
      const added = addOutput(next, pipeline.id, {
        name: 'output',
        type: { kind: 'parameter', parameterType: 'STRING' },
      });
      name = added.name;
      return added;
    });
    return name;
  };
  return (
    <Section id="pipelineOutputs" note={String(pipeline.outputs.length)}>
      <PortList
        tabId={tabId}
        side="output"
        ports={pipeline.outputs}
        problems={problems}
        emptyWords={t('inspector.noPipelineOutputs')}
        addWords={t('inspector.addOutput')}
        noteOf={({ source }) => (source === undefined ? '' : textOfReference(document, source))}
        onAdd={add}
        onMove={(name, index) => gesture.step((next) => moveOutput(next, pipeline.id, name, index))}
        onRemove={(name) => gesture.step((next) => removeOutput(next, pipeline.id, name))}
        renderForm={(port) => <OutputForm {...props} output={port} />}
      />
    </Section>
  );
}
