import { entryOf, type TreeMap } from '../../catalog/tree.ts';
import type { TaskRecord } from '../../model/document.ts';
import { newTaskId } from '../../model/new-ids.ts';
import { uniqueName } from '../../model/sanitise-names.ts';
import { type Frame, noteLoss, type Value } from './argo-reading.ts';
import { hasMarks, valueOfText } from './read-marks.ts';
import { mapOf, mapsOf, textOf } from './tree-fields.ts';

/** What a call gives, by `parameters.NAME` and `artifacts.NAME`. */
export type CallArguments = ReadonlyMap<string, Value>;

/** Reads the arguments of a call as they are meant where it stands. */
export function readArguments(frame: Frame, tree: TreeMap, task: string): CallArguments {
  const given = new Map<string, Value>();
  for (const parameter of mapsOf(tree, 'parameters')) {
    const name = textOf(parameter, 'name') ?? '';
    const text = textOf(parameter, 'value');
    const value = text === undefined ? undefined : valueOfText(frame, text, task);
    if (value !== undefined) given.set(`parameters.${name}`, value);
    else if (text === undefined) noteLoss(frame.names.reading, 'argo-argument-not-read', { name, task });
  }
  for (const artifact of mapsOf(tree, 'artifacts')) {
    const name = textOf(artifact, 'name') ?? '';
    const from = textOf(artifact, 'from');
    const value = from === undefined ? importedArtifact(frame, artifact) : valueOfText(frame, from, task);
    if (value !== undefined) given.set(`artifacts.${name}`, value);
    else if (from === undefined) noteLoss(frame.names.reading, 'argo-argument-not-read', { name, task });
  }
  return given;
}

/** A file that lies somewhere is imported, by a task of its own. */
function importedArtifact(frame: Frame, artifact: TreeMap): Value | undefined {
  const uri = addressOf(artifact);
  if (uri === undefined || hasMarks(uri)) return undefined;
  const { names, children, body } = frame;
  const { reading } = names;
  const name = uniqueName('importer', (candidate) => names.tasks.has(candidate));
  names.tasks.add(name);
  const type = { kind: 'artifact', schemaTitle: 'system.Artifact', schemaVersion: '0.0.1', isList: false } as const;
  const task: TaskRecord = {
    id: newTaskId(reading.counter),
    parent: body,
    name,
    target: { kind: 'importer', artifactType: type, reimport: false },
    arguments: { uri: { kind: 'value', value: uri } },
    after: [],
    options: {},
  };
  reading.tasks.set(task.id, task);
  children.push(task.id);
  return { argument: { kind: 'task-output', task: task.id, output: 'artifact' }, type: 'artifact' };
}

function addressOf(artifact: TreeMap): string | undefined {
  const url = textOf(mapOf(artifact, 'http'), 'url');
  if (url !== undefined) return url;
  for (const [field, scheme] of [
    ['s3', 's3'],
    ['gcs', 'gs'],
  ] as const) {
    const location = mapOf(artifact, field);
    const [bucket, key] = [textOf(location, 'bucket'), textOf(location, 'key')];
    if (entryOf(artifact, field) !== undefined && bucket !== undefined && key !== undefined)
      return `${scheme}://${bucket}/${key}`;
  }
  return undefined;
}
