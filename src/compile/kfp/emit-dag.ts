import type { NodeId } from '../../model/ids.ts';
import type { PlannedDag, PlannedOutput, PlannedTask } from '../plan/plan.ts';
import type { TaskOutputBinding } from '../plan/scope.ts';
import { embedGraph } from './embed-graph.ts';
import { type Emission, freeKey } from './emission.ts';
import { emitDefinitions } from './emit-definitions.ts';
import { emitContainer, emitImporter } from './emit-executor.ts';
import { emitTask } from './emit-task.ts';
import type { ComponentSpec, DagOutputs, Executor, TaskSpec } from './ir.ts';
import { irComponentPorts } from './ir-component-ports.ts';
import { localHintsOf } from './local-hints.ts';

/** Where a DAG stands: the IR path of its tasks, and the names of the sub-pipeline tasks around it. */
export interface DagPlace {
  readonly irPath: string;
  readonly documentPath: string;
}

/**
 * Writes down a DAG and everything below it, and gives its component. Every task gets a component and an executor of its
 * own; keys are given out in the SDK's order. KFP SDK: `build_spec_by_group`.
 */
export function emitDag(dag: PlannedDag, place: DagPlace, emission: Emission): ComponentSpec {
  const tasks: { [name: string]: TaskSpec } = {};
  for (const task of dag.tasks) {
    const inner = { irPath: `${place.irPath}${task.name}/`, documentPath: `${place.documentPath}${task.name}/` };
    recordPlace(task, inner, emission);
    tasks[task.name] = emitTask(task, emitComponent(task, inner, emission));
  }
  const outputs = emitOutputs(dag.outputs);
  const ports = dag.outputs.map((output) => output.port);
  return {
    dag: { ...(outputs === undefined ? {} : { outputs }), tasks },
    ...emitDefinitions(dag.inputs, ports, { descriptions: true }),
  };
}

/** Adds the component of a task and gives its key. */
function emitComponent(task: PlannedTask, place: DagPlace, emission: Emission): string {
  const { runs } = task;
  switch (runs.kind) {
    case 'container': {
      const label = addExecutor(task.name, emitContainer(runs.container), emission);
      const { description, record } = runs.component;
      if (Object.keys(runs.container.kubernetes).length > 0) emission.platform[label] = runs.container.kubernetes;
      const hints = localHintsOf(runs.component);
      if (hints !== undefined) emission.hints[label] = hints;
      const ports =
        irComponentPorts(record.spec, description.name) ??
        emitDefinitions(description.inputs, description.outputs, { descriptions: false });
      return addComponent(task.name, { executorLabel: label, ...ports }, emission);
    }
    case 'importer': {
      const { importer } = runs;
      const label = addExecutor(task.name, emitImporter(importer), emission);
      const output = { id: 'artifact', name: 'artifact', type: importer.target.artifactType };
      const definitions = emitDefinitions(importer.inputs, [output], { descriptions: false });
      return addComponent(task.name, { executorLabel: label, ...definitions }, emission);
    }
    case 'dag':
      return addComponent(task.name, emitDag(runs.dag, place, emission), emission);
    case 'group':
      return addComponent(task.name, emitDag(runs.group.dag, place, emission), emission);
    case 'graph':
      return addComponent(task.name, embedGraph(runs.spec, emission), emission);
  }
}

function addExecutor(task: string, executor: Executor, emission: Emission): string {
  const label = freeKey(`exec-${task}`, emission.executors);
  emission.executors[label] = executor;
  return label;
}

function addComponent(task: string, component: ComponentSpec, emission: Emission): string {
  const key = freeKey(`comp-${task}`, emission.components);
  emission.components[key] = component;
  return key;
}

function emitOutputs(outputs: readonly PlannedOutput[]): DagOutputs | undefined {
  if (outputs.length === 0) return undefined;
  const parameters: { [name: string]: NonNullable<DagOutputs['parameters']>[string] } = {};
  const artifacts: { [name: string]: NonNullable<DagOutputs['artifacts']>[string] } = {};
  for (const output of outputs) {
    if (output.port.type.kind === 'parameter') parameters[output.port.id] = parameterOutput(output);
    else artifacts[output.port.id] = { artifactSelectors: output.sources.map(artifactSelector) };
  }
  return {
    ...(Object.keys(artifacts).length === 0 ? {} : { artifacts }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  };
}

type ParameterOutput = NonNullable<DagOutputs['parameters']>[string];

function parameterOutput({ sources, isOneOf }: PlannedOutput): ParameterOutput {
  const selectors = sources.map(({ task, output }) => ({ outputParameterKey: output, producerSubtask: task }));
  const [first] = selectors;
  if (isOneOf || first === undefined) return { valueFromOneof: { parameterSelectors: selectors } };
  return { valueFromParameter: first };
}

function artifactSelector({ task, output }: TaskOutputBinding) {
  return { outputArtifactKey: output, producerSubtask: task };
}

function recordPlace(task: PlannedTask, inner: DagPlace, emission: Emission): void {
  const irPath = inner.irPath.slice(0, -1);
  const { node, pipeline } = task;
  emission.byIrPath.set(irPath, { pipeline, node, documentPath: inner.documentPath.slice(0, -1) });
  const paths: string[] = emission.byNode.get(node as NodeId) ?? [];
  paths.push(irPath);
  emission.byNode.set(node, paths);
}
