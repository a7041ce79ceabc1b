import { useTranslation } from 'react-i18next';
import { resolveReference } from '../../../../src/analysis/resolve-reference.ts';
import type { Reference } from '../../../../src/model/argument.ts';
import { combineEdits } from '../../../../src/model/combine-edits.ts';
import type { PipelineOutput } from '../../../../src/model/document.ts';
import { connect, disconnect } from '../../../../src/model/edits/connect.ts';
import { renameOutput, updateOutput } from '../../../../src/model/edits/pipeline-outputs.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { Field } from '../fields/Field.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { TextField } from '../fields/TextField.tsx';
import { ReferenceChip } from '../references/ReferenceChip.tsx';
import { ReferencePicker } from '../references/ReferencePicker.tsx';
import { NameField } from './NameField.tsx';
import type { PipelinePartProps } from './pipeline-part-props.ts';
import { TypeField } from './TypeField.tsx';

type OutputFormProps = PipelinePartProps & { readonly output: PipelineOutput };

/** One pipeline output: name, what feeds it, type, what it is. */
export function OutputForm(props: OutputFormProps) {
  const { tabId, pipeline, output } = props;
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `output ${pipeline.id} ${output.name} description`);
  const others = pipeline.outputs.filter((other) => other !== output).map((other) => other.name);
  return (
    <>
      <NameField
        tabId={tabId}
        side="output"
        name={output.name}
        taken={others}
        rename={(document, to) => renameOutput(document, pipeline.id, output.name, to)}
      />
      <SourceField {...props} />
      <TypeField
        tabId={tabId}
        field={`outputType:${output.name}`}
        type={output.type}
        onChange={(type) => gesture.step((document) => updateOutput(document, pipeline.id, output.name, { type }))}
      />
      <TextField
        tabId={tabId}
        field={`outputDescription:${output.name}`}
        label={t('inspector.description')}
        value={output.description}
        lines={2}
        onChange={(description) =>
          gesture.edit((document) => updateOutput(document, pipeline.id, output.name, { description }))
        }
        onEnd={gesture.end}
        onRevert={gesture.revert}
      />
    </>
  );
}

function SourceField({ tabId, document, pipeline, output }: OutputFormProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const gesture = gestureOf(tabId, `output ${pipeline.id} ${output.name} source`);
  const end = { kind: 'output', pipeline: pipeline.id, output: output.name } as const;
  // An output that nothing feeds takes the type of what it is given first.
  const feed = (reference: Reference): void => {
    const given = resolveReference(document, pipeline.id, reference);
    gesture.step((next) => {
      const connected = connect(next, reference, end);
      if (!given.ok || output.source !== undefined) return connected;
      return combineEdits(next, connected.label, [
        (now) => updateOutput(now, pipeline.id, output.name, { type: given.type }),
        (now) => connect(now, reference, end),
      ]);
    });
  };
  const place =
    output.source === undefined ? ANY_SOURCE : ({ kind: 'output', output: output.name, type: output.type } as const);
  return (
    <Field
      tabId={tabId}
      field={`outputSource:${output.name}`}
      label={t('inspector.fedBy')}
      tools={
        canEdit ? (
          <ReferencePicker
            tabId={tabId}
            pipeline={pipeline.id}
            place={place}
            label={t('inspector.connectPort', { name: output.name })}
            onPick={feed}
          />
        ) : undefined
      }
    >
      {output.source === undefined ? (
        <span>{t('inspector.nothingFeeds')}</span>
      ) : (
        <ReferenceChip
          tabId={tabId}
          pipeline={pipeline.id}
          reference={output.source}
          onRemove={() => gesture.step((next) => disconnect(next, end))}
        />
      )}
    </Field>
  );
}

const ANY_SOURCE = { kind: 'new-output' } as const;
