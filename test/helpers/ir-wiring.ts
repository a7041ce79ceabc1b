import type { ComponentSpec, Dag, PipelineSpec, PlatformSpec, TaskInputs, TaskSpec } from '../../src/compile/kfp/ir.ts';

/**
 * Where the wires of an IR file lead nowhere, as texts: sources that are not there, inputs of groups that nothing takes
 * or gives, outputs of groups that nothing reads. Shared components are looked at once.
 */
export function findWiringFaults(spec: PipelineSpec, platform?: PlatformSpec): readonly string[] {
  const ir: Ir = { spec, configs: platform?.platforms.kubernetes?.deploymentSpec?.executors ?? {} };
  const faults: string[] = [];
  const visit = (component: ComponentSpec, path: string, operands: string): void => {
    const { dag } = component;
    if (dag === undefined) return;
    faults.push(...faultsOfDag(ir, component, dag, { path, operands }));
    for (const [name, task] of Object.entries(dag.tasks ?? {})) {
      const inner = spec.components[task.componentRef.name];
      if (inner === undefined) faults.push(`${path}${name}: no component`);
      else visit(inner, `${path}${name}/`, `${operands} ${task.triggerPolicy?.condition ?? ''}`);
    }
  };
  visit(spec.root, '', '');
  return faults;
}

interface Ir {
  readonly spec: PipelineSpec;
  /** Kubernetes settings by executor label. */
  readonly configs: { readonly [label: string]: unknown };
}

interface DagPlace {
  readonly path: string;
  /** The conditions around the DAG. */
  readonly operands: string;
}

function faultsOfDag(ir: Ir, component: ComponentSpec, dag: Dag, { path, operands }: DagPlace): readonly string[] {
  const { spec } = ir;
  const faults: string[] = [];
  const tasks = dag.tasks ?? {};
  const declared = new Set(namesOf(component.inputDefinitions));
  const read = new Set<string>();
  const source = (producer: string, output: string, place: string): void => {
    read.add(`${producer}.${output}`);
    const target = spec.components[tasks[producer]?.componentRef.name ?? ''];
    if (target === undefined) faults.push(`${place}: no task ${producer}`);
    else if (!namesOf(target.outputDefinitions).includes(output))
      faults.push(`${place}: no output ${producer}.${output}`);
  };
  for (const [name, task] of Object.entries(tasks)) {
    const place = path + name;
    for (const upstream of task.dependentTasks ?? []) {
      if (tasks[upstream] === undefined) faults.push(`${place}: waits for ${upstream}`);
    }
    for (const input of inputsTaken(task.inputs)) {
      if (!declared.has(input)) faults.push(`${place}: no input ${input}`);
    }
    for (const [producer, output] of outputsTaken(task.inputs)) source(producer, output, place);
    faults.push(...faultsOfGroup(ir, task, place, operands));
  }
  for (const [producer, output] of outputsGiven(dag)) source(producer, output, `${path}outputs`);
  for (const [name, task] of Object.entries(tasks)) {
    const outputs = namesOf(spec.components[task.componentRef.name]?.outputDefinitions);
    const unread = outputs.filter((output) => isChannel(output) && !read.has(`${name}.${output}`));
    faults.push(...unread.map((output) => `${path}${name}: nothing reads ${output}`));
  }
  return faults;
}

/** What a group declares is what it is given, and something in it takes it. */
function faultsOfGroup(ir: Ir, task: TaskSpec, place: string, operands: string): readonly string[] {
  const component = ir.spec.components[task.componentRef.name];
  const declared = namesOf(component?.inputDefinitions);
  if (component?.dag === undefined || !declared.every(isChannel)) return [];
  const given = new Set([...Object.keys(task.inputs?.parameters ?? {}), ...Object.keys(task.inputs?.artifacts ?? {})]);
  const { parameterIterator, artifactIterator, triggerPolicy } = task;
  const item = parameterIterator?.itemInput ?? artifactIterator?.itemInput;
  const list = parameterIterator?.items.inputParameter ?? artifactIterator?.items.inputArtifact;
  const inner = Object.values(component.dag.tasks ?? {});
  const taken = new Set([
    ...inner.flatMap(({ inputs }) => inputsTaken(inputs)),
    ...inner.flatMap(({ componentRef }) => inputsOfConfig(ir, componentRef.name)),
  ]);
  const isTaken = (name: string): boolean =>
    taken.has(name) ||
    name === item ||
    name === list ||
    // KFP SDK: what the conditions around a group look at comes along.
    `${operands} ${triggerPolicy?.condition ?? ''}`.includes(`'${name}'`) ||
    // KFP SDK: the list or item that another input is a part of comes along.
    declared.some((other) => other.startsWith(`${name}-`));
  return [
    ...declared.filter((name) => name !== item && !given.has(name)).map((name) => `${place}: not given ${name}`),
    ...[...given].filter((name) => !declared.includes(name)).map((name) => `${place}: not declared ${name}`),
    ...declared.filter((name) => !isTaken(name)).map((name) => `${place}: nothing takes ${name}`),
  ];
}

/** The inputs that the Kubernetes settings of a component name. */
function inputsOfConfig({ spec, configs }: Ir, key: string): readonly string[] {
  const text = JSON.stringify(configs[spec.components[key]?.executorLabel ?? ''] ?? {});
  return [...text.matchAll(/"componentInputParameter":"([^"]*)"/g)].map((match) => match[1] ?? '');
}

function isChannel(name: string): boolean {
  return name.startsWith('pipelinechannel--');
}

function namesOf(ports: { readonly parameters?: object; readonly artifacts?: object } | undefined): readonly string[] {
  return [...Object.keys(ports?.parameters ?? {}), ...Object.keys(ports?.artifacts ?? {})];
}

function inputsTaken(inputs: TaskInputs | undefined): readonly string[] {
  return [
    ...Object.values(inputs?.parameters ?? {}).map(({ componentInputParameter }) => componentInputParameter),
    ...Object.values(inputs?.artifacts ?? {}).map(({ componentInputArtifact }) => componentInputArtifact),
  ].filter((name) => name !== undefined);
}

type Source = readonly [producer: string, output: string];

function outputsTaken(inputs: TaskInputs | undefined): readonly Source[] {
  return [
    ...Object.values(inputs?.parameters ?? {}).flatMap(({ taskOutputParameter: from }): readonly Source[] =>
      from === undefined ? [] : [[from.producerTask, from.outputParameterKey]],
    ),
    ...Object.values(inputs?.artifacts ?? {}).flatMap(({ taskOutputArtifact: from }): readonly Source[] =>
      from === undefined ? [] : [[from.producerTask, from.outputArtifactKey]],
    ),
  ];
}

function outputsGiven({ outputs }: Dag): readonly Source[] {
  const parameters = Object.values(outputs?.parameters ?? {}).flatMap(({ valueFromParameter, valueFromOneof }) => {
    const single = valueFromParameter === undefined ? [] : [valueFromParameter];
    return valueFromOneof?.parameterSelectors ?? single;
  });
  return [
    ...parameters.map((from): Source => [from.producerSubtask, from.outputParameterKey]),
    ...Object.values(outputs?.artifacts ?? {}).flatMap(({ artifactSelectors }) =>
      artifactSelectors.map((from): Source => [from.producerSubtask, from.outputArtifactKey]),
    ),
  ];
}
