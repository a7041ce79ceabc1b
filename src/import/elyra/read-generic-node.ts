import { digestOfText } from '../../catalog/digest.ts';
import { entryOf, isTreeList } from '../../catalog/tree.ts';
import { v1TypeName } from '../../catalog/v1/write-v1-component.ts';
import { componentKeyOf } from '../../model/component-key.ts';
import { sanitisePortName, sanitiseTaskName } from '../../model/sanitise-names.ts';
import { writePythonYaml } from '../../yaml/write-python-yaml.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { textOf } from './elyra-shape.ts';
import { filePort, genericComponent } from './generic-component.ts';
import { type ElyraReading, noteLoss, type OpenPipeline, type OpenTask } from './open-pipelines.ts';
import { resolveOutput, resolveParameter } from './resolve-output.ts';

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Files that programs hand on, by name, with the node that writes each. */
export type HandedOn = ReadonlyMap<string, string>;

/** The files that reach each program from those before it: theirs, and what reached them. */
export function filesFromUpstream(reading: ElyraReading): ReadonlyMap<string, HandedOn> {
  const found = new Map<string, Map<string, string>>();
  const entered = new Set<string>();
  for (const start of reading.owners.keys()) {
    const stack = [start];
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      const upstream = taskOf(reading, id)?.node.upstream ?? [];
      entered.add(id);
      const next = upstream.find((other) => !entered.has(other));
      if (next !== undefined) {
        stack.push(next);
        continue;
      }
      stack.pop();
      if (!found.has(id)) found.set(id, gatherFiles(reading, upstream, found));
    }
  }
  return found;
}

function gatherFiles(
  reading: ElyraReading,
  upstream: readonly string[],
  found: ReadonlyMap<string, HandedOn>,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const other of upstream) {
    for (const [file, writer] of found.get(other) ?? []) files.set(file, writer);
    for (const file of outputFilesOf(taskOf(reading, other))) files.set(file, other);
  }
  return files;
}

function taskOf({ owners }: ElyraReading, id: string): OpenTask | undefined {
  return owners.get(id)?.tasks.get(id);
}

/** Files with a name of their own; patterns cannot be artifacts. */
function outputFilesOf(task: OpenTask | undefined): readonly string[] {
  if (task?.node.kind !== 'generic') return [];
  return listOf(entryOf(task.node.parameters, 'outputs')).filter((file) => !isPattern(file));
}

function isPattern(file: string): boolean {
  return /[*?[\]]/.test(file);
}

function listOf(tree: YamlTree | undefined): readonly string[] {
  return (isTreeList(tree) ? tree : []).filter((item): item is string => typeof item === 'string' && item !== '');
}

/** Makes a component for a notebook or script and notes what Elyra's object store would have done. */
export function readGenericTarget(reading: ElyraReading, open: OpenPipeline, task: OpenTask, handedOn: HandedOn): void {
  const { node } = task;
  const file = textOf(node.parameters, 'filename') ?? '';
  const image = textOf(node.parameters, 'runtime_image') || textOf(reading.defaults, 'runtime_image') || '';
  if (image === '') noteLoss(reading, 'elyra-no-image', { task: node.label });
  const needed = [file, ...listOf(entryOf(node.parameters, 'dependencies'))].filter(
    (name) => name !== '' && !handedOn.has(name),
  );
  noteLoss(reading, 'elyra-files-needed', { task: node.label, files: needed });
  const patterns = listOf(entryOf(node.parameters, 'outputs')).filter(isPattern);
  if (patterns.length > 0) noteLoss(reading, 'elyra-output-pattern', { task: node.label, files: patterns });
  const spec = genericComponent({
    label: node.label,
    file,
    image,
    parameters: readParameters(reading, open, task),
    inputFiles: [...handedOn.keys()],
    outputFiles: outputFilesOf(task),
  });
  const key = componentKeyOf(sanitiseTaskName(node.label) || 'node', digestOfText(writePythonYaml(spec)));
  reading.components.set(key, reading.components.get(key) ?? { key, spec });
  task.target = { kind: 'component', component: key };
}

function readParameters(
  reading: ElyraReading,
  open: OpenPipeline,
  task: OpenTask,
): readonly { readonly name: string; readonly type: string }[] {
  const root = reading.opened[0];
  return listOf(entryOf(task.node.parameters, 'pipeline_parameters')).flatMap((name) => {
    const input = root?.inputs.get(sanitisePortName(name));
    const reference = resolveParameter(reading, open, name);
    if (input === undefined || reference === undefined || !VARIABLE.test(name)) {
      noteLoss(reading, 'argument-not-kept', { task: task.node.label, port: name });
      return [];
    }
    task.arguments.set(sanitisePortName(name), reference);
    return [{ name, type: v1TypeName(input.type) }];
  });
}

/** Brings the files of programs before it to a program. */
export function readGenericArguments(
  reading: ElyraReading,
  open: OpenPipeline,
  task: OpenTask,
  handedOn: HandedOn,
): void {
  for (const [file, writer] of handedOn) {
    const reference = resolveOutput(reading, open, writer, filePort(file));
    if (reference !== undefined) task.arguments.set(filePort(file), reference);
  }
}
