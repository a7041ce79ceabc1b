import { useTranslation } from 'react-i18next';
import type { PipelineRecord } from '../../../../src/model/document.ts';
import { setPipelineSettings } from '../../../../src/model/edits/pipeline-settings.ts';
import type { JsonObject } from '../../../../src/model/json.ts';
import type { PipelinePlatformSettings } from '../../../../src/model/kubernetes-settings.ts';
import { JsonEditor } from '../../../parts/value-editors/JsonEditor.tsx';
import { useCanEdit } from '../../../state/hooks.ts';
import { Field } from '../fields/Field.tsx';
import { type Gesture, gestureOf } from '../fields/gesture.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextField } from '../fields/TextField.tsx';
import { problemsAt } from '../task/task-part-props.ts';
import type { PipelinePartProps } from './pipeline-part-props.ts';

const TIMES = [
  'activeDeadlineSeconds',
  'ttlSecondsOnCompletion',
  'ttlSecondsOnSuccess',
  'ttlSecondsOnFailure',
] as const satisfies readonly (keyof PipelinePlatformSettings)[];

/** Settings of the whole pipeline on a cluster: its workspace, how long it and its remains may live, where it writes. */
export function PlatformSettings(props: PipelinePartProps) {
  const { tabId, pipeline, problems } = props;
  const { t } = useTranslation();
  const { platform = {}, defaultPipelineRoot, annotations = {} } = pipeline;
  const set = Object.keys(platform).length + (defaultPipelineRoot === undefined ? 0 : 1);
  const root = gestureOf(tabId, `pipeline ${pipeline.id} root`);
  return (
    <Section id="platform" note={set === 0 ? undefined : String(set)}>
      <TextField
        tabId={tabId}
        field="defaultPipelineRoot"
        label={t('inspector.platform.defaultPipelineRoot')}
        hint={t('inspector.platformHint.defaultPipelineRoot')}
        value={defaultPipelineRoot}
        isCode={true}
        problems={problemsAt(problems, 'defaultPipelineRoot')}
        onChange={(text) => root.edit((next) => setPipelineSettings(next, pipeline.id, { defaultPipelineRoot: text }))}
        onEnd={root.end}
        onRevert={root.revert}
      />
      {TIMES.map((name) => (
        <TimeField key={name} {...props} name={name} />
      ))}
      <WorkspaceFields {...props} />
      {Object.entries(annotations).map(([name, value]) => (
        <Field key={name} tabId={tabId} field={`annotations.${name}`} label={name}>
          <code>{value}</code>
        </Field>
      ))}
    </Section>
  );
}

function TimeField({ tabId, pipeline, problems, name }: PipelinePartProps & { readonly name: (typeof TIMES)[number] }) {
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `pipeline ${pipeline.id} ${name}`);
  return (
    <NumberField
      tabId={tabId}
      field={`platform.${name}`}
      layout="line"
      label={t(`inspector.platform.${name}`)}
      kind="whole"
      least={0}
      value={pipeline.platform?.[name]}
      placeholder={t('inspector.noLimit')}
      problems={problemsAt(problems, `platform.${name}`)}
      onChange={(value) => setPlatform(gesture, pipeline, { [name]: value })}
      onEnd={gesture.end}
      onRevert={gesture.revert}
    />
  );
}

function WorkspaceFields({ tabId, pipeline, problems }: PipelinePartProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const workspace = pipeline.platform?.workspace;
  const size = gestureOf(tabId, `pipeline ${pipeline.id} workspace`);
  const patch = gestureOf(tabId, `pipeline ${pipeline.id} claim`);
  return (
    <>
      <TextField
        tabId={tabId}
        field="platform.workspace.size"
        layout="line"
        label={t('inspector.platform.workspace')}
        hint={t('inspector.platformHint.workspace')}
        value={workspace?.size}
        placeholder={t('values.notSet')}
        isCode={true}
        problems={problemsAt(problems, 'platform.workspace.size')}
        onChange={(text) =>
          setPlatform(size, pipeline, { workspace: text === undefined ? undefined : { ...workspace, size: text } })
        }
        onEnd={size.end}
        onRevert={size.revert}
      />
      {workspace !== undefined && (
        <Field tabId={tabId} field="platform.workspace.pvcSpecPatch" label={t('inspector.platform.claim')}>
          <JsonEditor
            type="STRUCT"
            label={t('inspector.platform.claim')}
            value={workspace.pvcSpecPatch}
            readOnly={!canEdit}
            onChange={(value) => setPlatform(patch, pipeline, { workspace: withPatch(workspace, value) })}
            onEnd={patch.end}
            onRevert={patch.revert}
          />
        </Field>
      )}
    </>
  );
}

type Workspace = NonNullable<PipelinePlatformSettings['workspace']>;

function withPatch({ size }: Workspace, value: unknown): Workspace {
  return value === undefined ? { size } : { size, pvcSpecPatch: value as JsonObject };
}

type PlatformChanges = { readonly [Key in keyof PipelinePlatformSettings]?: PipelinePlatformSettings[Key] | undefined };

/** Other fields may have changed since: the settings are read again when one is written. */
function setPlatform(gesture: Gesture, { id }: PipelineRecord, changes: PlatformChanges): void {
  gesture.edit((document) => {
    const next = { ...document.pipelines.get(id)?.platform, ...changes };
    const entries = Object.entries(next).filter(([, value]) => value !== undefined);
    const platform = entries.length === 0 ? undefined : (Object.fromEntries(entries) as PipelinePlatformSettings);
    return setPipelineSettings(document, id, { platform });
  });
}
