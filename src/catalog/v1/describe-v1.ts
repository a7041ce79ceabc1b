import type { PortType } from '../../model/port-type.ts';
import { sanitisePortName, sanitiseTaskName } from '../../model/sanitise-names.ts';
import type { ComponentDescription, ContainerImplementation, OutputPort } from '../component-description.ts';
import type { DescribedComponent } from '../described-component.ts';
import { type LocatedProblem, placeProblems } from '../problem-list.ts';
import { isTreeMap, type TreeMap } from '../tree.ts';
import { visitArgument } from './check-references.ts';
import { checkUse } from './check-use.ts';
import { describeInputs, describeOutputs } from './describe-ports.ts';
import { placeholderText } from './placeholder-text.ts';
import { readV1Component } from './read-v1-component.ts';
import { isParameterByShortName } from './resolve-type.ts';
import { createStrictReader, type SourceText, type StrictReader } from './strict-reader.ts';
import type { V1Component } from './v1-component.ts';

/** KFP SDK: a component without a name is called `name`. */
const NAMELESS = 'name';

/** KFP SDK: `utils.validate_pipeline_name`, which a component on its own has to pass. */
const STANDALONE_NAME = /^[a-z0-9][a-z0-9-]{0,127}$/;

/**
 * Describes a v1 `component.yaml`. Problems of the description are what the SDK refuses at use; what it refuses at
 * load makes the component broken. Without a source (an embedded component) problems have no lines.
 */
export function describeV1(tree: TreeMap, source: SourceText | undefined): DescribedComponent {
  const reader = createStrictReader(source);
  const component = readV1Component(tree, reader);
  const described = component === undefined ? undefined : describeRead(component, reader, source);
  if (described === undefined || reader.problems.length > 0) {
    return { ok: false, problems: placeProblems(reader.problems, source?.text) };
  }
  return { ok: true, description: described };
}

function describeRead(
  component: V1Component,
  reader: StrictReader,
  source: SourceText | undefined,
): ComponentDescription {
  const inputs = describeInputs(component.inputs, reader);
  const outputs = describeOutputs(component.outputs, reader);
  const title = component.name ?? NAMELESS;
  const atUse = [...inputs.atUse, ...outputs.atUse, ...checkUse(component, inputs.ports, outputs.ports)];
  const notes = [
    ...checkStandaloneName(title),
    ...inputs.notes,
    ...outputs.notes,
    ...noteOutputs(component, outputs.ports),
  ];
  return {
    name: sanitiseTaskName(title),
    title,
    ...(component.description === undefined ? {} : { description: component.description }),
    inputs: inputs.ports,
    outputs: outputs.ports,
    implementation: containerOf(component, reader),
    annotations: component.annotations,
    problems: placeProblems(atUse, source?.text),
    notes: placeProblems(notes, source?.text),
  };
}

function containerOf(component: V1Component, reader: StrictReader): ContainerImplementation {
  const { image, command, args, env } = component.container;
  const isParameterOutput = (name: string): boolean => {
    const output = component.outputs.find((candidate) => candidate.name === name);
    if (isTreeMap(output?.type) && Object.keys(output.type).length === 0) {
      reader.report('type-empty', { port: name }, [...output.path, 'type']);
    }
    return isParameterByShortName(output?.type);
  };
  return {
    kind: 'container',
    image,
    command: command.map((item) => placeholderText(item, isParameterOutput)),
    args: args.map((item) => placeholderText(item, isParameterOutput)),
    env,
  };
}

function checkStandaloneName(title: string): LocatedProblem[] {
  const name = sanitiseTaskName(title);
  return STANDALONE_NAME.test(name) ? [] : [{ code: 'name-unusable-alone', values: { name: title }, path: ['name'] }];
}

/** Hints about outputs that KFP accepts and that will not work. */
function noteOutputs(component: V1Component, outputs: readonly OutputPort[]): LocatedProblem[] {
  const types = new Map<string, PortType>(outputs.map((port) => [port.id, port.type]));
  const paths = writtenOutputs(component);
  return component.outputs.flatMap((output): LocatedProblem[] => {
    const values = { port: output.name };
    if (component.container.fileOutputs.includes(output.name)) {
      const path = ['implementation', 'container', 'fileOutputs', output.name];
      return [{ code: 'file-outputs-ignored', values, path }];
    }
    const isParameter = types.get(sanitisePortName(output.name))?.kind === 'parameter';
    if (paths.has(output.name) && isParameterByShortName(output.type) && !isParameter) {
      return [{ code: 'output-path-mismatch', values, path: [...output.path, 'type'] }];
    }
    return [];
  });
}

function writtenOutputs(component: V1Component): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const argument of [...component.container.command, ...component.container.args]) {
    visitArgument(argument, (item) => {
      if (item.kind === 'outputPath') paths.add(item.port);
    });
  }
  return paths;
}
