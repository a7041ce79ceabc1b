import type { Reference } from '../../../src/model/argument.ts';
import type { PipelineRecord, TaskTarget } from '../../../src/model/document.ts';
import type { BranchesGroup, ConditionOperand, GroupRecord } from '../../../src/model/group.ts';
import type { BodyId, GroupId, PipelineId, TaskId } from '../../../src/model/ids.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import type { KubernetesSettings } from '../../../src/model/kubernetes-settings.ts';
import type { TaskOptions } from '../../../src/model/task-options.ts';
import type { YamlTree } from '../../../src/yaml/yaml-tree.ts';
import { artifact, input, loop, output, type SmallDocument } from '../../helpers/small-document.ts';

export const value = (constant: unknown) => ({ kind: 'value', value: constant as JsonValue }) as const;
export const argument = (port: string, constant: unknown): SmallDocument => ({
  tasks: [{ arguments: { [port]: value(constant) } }],
});
export const wire = (port: string, from: string): SmallDocument => ({
  tasks: [{}, { arguments: { [port]: output('t1', from) } }],
});
export const options = (settings: TaskOptions): SmallDocument => ({ tasks: [{ options: settings }] });
export const kubernetes = (settings: KubernetesSettings): SmallDocument => options({ kubernetes: settings });
export const volume = (mountPath: string) => ({ name: 'claim', mountPath });
export const ids = (...names: string[]) => names as unknown as readonly (TaskId & GroupId)[];

export function definition(name: string, id: string, body: string): PipelineRecord {
  return { id: id as PipelineId, name, inputs: [], outputs: [], body: body as BodyId, groupCounter: 1 };
}

export function branches(...conditions: (readonly [ConditionOperand, ConditionOperand] | undefined)[]): GroupRecord {
  return {
    kind: 'branches',
    id: 'g2' as GroupId,
    parent: 'b1' as BodyId,
    name: 'condition-branches-1',
    after: [],
    outputs: [],
    branches: conditions.map((pair, index) => ({
      name: `condition-${index + 2}`,
      body: `b${index + 2}` as BodyId,
      ...(pair === undefined
        ? {}
        : { condition: { kind: 'comparison', left: pair[0], operator: '==', right: pair[1] } }),
    })),
  };
}
export const text = (constant: string): ConditionOperand => ({ kind: 'value', value: constant });
export const oneOf = (sources: readonly string[], ...conditions: Parameters<typeof branches>): GroupRecord => ({
  ...(branches(...conditions) as GroupRecord & { readonly kind: 'branches' }),
  outputs: [
    { name: 'best', sources: sources.map((source) => output(...(source.split('.') as [string, string]))) as never },
  ],
});
export const exitHandler = (settings: Partial<GroupRecord>): GroupRecord =>
  ({
    kind: 'exit-handler',
    id: 'g2',
    parent: 'b1',
    name: 'exit-handler-1',
    after: [],
    body: 'b2',
    ...settings,
  }) as GroupRecord;
export const target = (kind: TaskTarget): SmallDocument => ({ tasks: [{ target: kind }] });
export const importer = (downloadToWorkspace: boolean): TaskTarget => ({
  kind: 'importer',
  artifactType: artifact('Dataset') as never,
  reimport: false,
  downloadToWorkspace,
});
export const status = { kind: 'parameter', parameterType: 'TASK_FINAL_STATUS' } as const;
export const pipeline = (settings: Partial<PipelineRecord>): SmallDocument => ({ pipeline: settings, tasks: [{}] });
export const feed = (type: PipelineRecord['inputs'][number]['type'], port: string): SmallDocument => ({
  pipeline: { inputs: [{ name: 'given', type }] },
  tasks: [{ arguments: { [port]: input('given') } }],
});

export const collected = (task: string, name: string): Reference => ({
  kind: 'collected',
  task: task as TaskId,
  output: name,
});
export const constantLoop = (items: readonly JsonValue[]): GroupRecord =>
  ({ ...loop(2, input('x')), items: { kind: 'constant', items, itemNumber: 1 } }) as GroupRecord;
export const twoOneOfs = (...conditions: Parameters<typeof branches>): GroupRecord => {
  const group = oneOf(['t2.text_out', 't3.text_out'], ...conditions) as BranchesGroup;
  return { ...group, outputs: [...group.outputs, ...group.outputs] };
};

/** The IR of one component that takes one of three texts, and the resources of its task. */
export const compiled: YamlTree = {
  components: {
    'comp-compiled': {
      executorLabel: 'exec-compiled',
      inputDefinitions: {
        parameters: { mode: { parameterType: 'STRING', isOptional: true, literals: ['low', 'high'] } },
      },
      taskConfigPassthroughs: [{ field: 'RESOURCES', applyToTask: true }],
    },
  },
  deploymentSpec: { executors: { 'exec-compiled': { container: { image: 'alpine:3.20', command: ['true'] } } } },
  pipelineInfo: { name: 'compiled' },
  root: {
    dag: { tasks: { compiled: { componentRef: { name: 'comp-compiled' }, taskInfo: { name: 'compiled' } } } },
  },
  schemaVersion: '2.1.0',
  sdkVersion: 'kfp-2.17.0',
};

/** A component with an input of its own that the compiler would add. */
export const limited: YamlTree = {
  name: 'Limited',
  inputs: [{ name: 'cpu_limit', type: 'String', default: '1' }],
  implementation: { container: { image: 'alpine:3.20', command: ['true'] } },
};
