import { normaliseText } from './normalise-text.ts';
import { parseYamlText, readSource } from './read-source.ts';
import { entryOf, type SourceEntry, type SourceMap, type SourceNode } from './source-node.ts';
import { GROUP_PREFIX } from './tree/names.ts';

/** The lines of a pipeline file by what stands on them. Lines count from 1. */
export interface FilePlaces {
  /**
   * The line of a task or group, or of one of its arguments where a port is given (the node's line if it has none).
   * The path is a document path (through sub-pipeline tasks) or a file path (`definition/name`);
   * the empty path stands for the pipeline, with its inputs and outputs as ports.
   */
  lineOf(path: string, port?: string): number | undefined;
}

/** Finds the places of a text once; any text gives places, an unreadable one gives none. */
export function filePlaces(text: string): FilePlaces {
  const outcome = readSource(parseYamlText(normaliseText(text).text));
  const root = outcome.kind === 'node' && outcome.node.kind === 'map' ? outcome.node : undefined;
  return { lineOf: (path, port) => (root === undefined ? undefined : lineOf(root, path, port)) };
}

function lineOf(root: SourceMap, path: string, port: string | undefined): number | undefined {
  if (path === '') return portEntry(root, port)?.line;
  const names = path.split('/');
  const node = findThroughTasks(root, names) ?? findInDefinition(root, names);
  if (node === undefined) return undefined;
  const args = node.value.kind === 'map' ? entryOf(node.value, 'arguments')?.value : undefined;
  const argument = port === undefined || args?.kind !== 'map' ? undefined : entryOf(args, port);
  return argument?.line ?? node.line;
}

function portEntry(pipeline: SourceMap, port: string | undefined): SourceEntry | undefined {
  const metadata = entryOf(pipeline, 'metadata');
  if (port === undefined) return metadata;
  for (const side of ['inputs', 'outputs']) {
    const ports = entryOf(pipeline, side)?.value;
    const entry = ports?.kind === 'map' ? entryOf(ports, port) : undefined;
    if (entry !== undefined) return entry;
  }
  return metadata;
}

function findThroughTasks(root: SourceMap, names: readonly string[]): SourceEntry | undefined {
  let pipeline: SourceMap | undefined = root;
  let found: SourceEntry | undefined;
  for (const name of names) {
    found = pipeline === undefined ? undefined : findNode(pipeline, name);
    if (found === undefined) return undefined;
    const target: SourceNode | undefined =
      found.value.kind === 'map' ? entryOf(found.value, 'pipeline')?.value : undefined;
    pipeline = target?.kind === 'scalar' ? definition(root, target.text || String(target.value)) : undefined;
  }
  return found;
}

function findInDefinition(root: SourceMap, [name = '', ...rest]: readonly string[]): SourceEntry | undefined {
  const pipeline = definition(root, name);
  if (pipeline === undefined || rest.length !== 1) return undefined;
  return findNode(pipeline, rest[0] ?? '');
}

function definition(root: SourceMap, name: string): SourceMap | undefined {
  const pipelines = entryOf(root, 'pipelines')?.value;
  const found = pipelines?.kind === 'map' ? entryOf(pipelines, name)?.value : undefined;
  return found?.kind === 'map' ? found : undefined;
}

/** A task of a name in any body; or else a group or branch of that name. */
function findNode(pipeline: SourceMap, name: string): SourceEntry | undefined {
  return (
    search(pipeline, (entry) => entry.key === name && !isGroup(entry)) ??
    search(pipeline, (entry) => isNamed(entry, name))
  );
}

function isGroup({ value }: SourceEntry): boolean {
  return value.kind === 'map' && ['loop', 'branches', 'exitHandler'].some((key) => entryOf(value, key) !== undefined);
}

function isNamed(entry: SourceEntry, name: string): boolean {
  if (entry.key === name || entry.key === GROUP_PREFIX + name) return true;
  return branchesOf(entry.value).some((branch) => {
    const own = entryOf(branch, 'name')?.value;
    return own?.kind === 'scalar' && own.value === name;
  });
}

function search(scope: SourceMap, fits: (entry: SourceEntry) => boolean): SourceEntry | undefined {
  const tasks = entryOf(scope, 'tasks')?.value;
  for (const entry of tasks?.kind === 'map' ? tasks.entries : []) {
    if (fits(entry)) return entry;
    if (!isGroup(entry) || entry.value.kind !== 'map') continue;
    for (const inner of [entry.value, ...branchesOf(entry.value)]) {
      const found = search(inner, fits);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function branchesOf(node: SourceNode): readonly SourceMap[] {
  const branches = node.kind === 'map' ? entryOf(node, 'branches')?.value : undefined;
  return branches?.kind === 'list' ? branches.items.filter((item) => item.kind === 'map') : [];
}
