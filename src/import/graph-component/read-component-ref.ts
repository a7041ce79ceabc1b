import { digestOfText } from '../../catalog/digest.ts';
import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import { componentKeyOf } from '../../model/component-key.ts';
import type { ComponentRecord, TaskTarget } from '../../model/document.ts';
import type { PipelineId } from '../../model/ids.ts';
import { sanitiseTaskName } from '../../model/sanitise-names.ts';
import { readForeignYamlExactly } from '../../yaml/read-foreign-yaml.ts';
import { writePythonYaml } from '../../yaml/write-python-yaml.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type GraphReading, noteLoss } from './graph-reading.ts';

/** Reads a sub-pipeline; one that holds the same as another is that one. */
export type ReadDefinition = (spec: TreeMap) => PipelineId | undefined;

/** What a task runs. A component that is not in the file stays as a broken reference, which is noted. */
export function readComponentRef(
  reading: GraphReading,
  task: string,
  ref: YamlTree | undefined,
  readDefinition: ReadDefinition,
): TaskTarget {
  const text = entryOf(ref, 'text');
  const spec = typeof text === 'string' ? treeOfText(reading, text) : entryOf(ref, 'spec');
  if (!isTreeMap(spec)) {
    const code = text === undefined && spec === undefined ? 'graph-component-elsewhere' : 'graph-component-not-read';
    return missingComponent(reading, task, ref, code);
  }
  if (isTreeMap(entryOf(entryOf(spec, 'implementation'), 'graph'))) {
    const pipeline = readDefinition(spec);
    return pipeline === undefined
      ? missingComponent(reading, task, ref, 'graph-too-deep')
      : { kind: 'pipeline', pipeline };
  }
  const record = embed(reading, ref, spec, typeof text === 'string' ? text : undefined);
  return { kind: 'component', component: record.key };
}

function treeOfText(reading: GraphReading, text: string): YamlTree | undefined {
  if (!reading.texts.has(text)) {
    const read = readForeignYamlExactly(text);
    reading.texts.set(text, read.ok ? read.value.documents[0] : undefined);
  }
  return reading.texts.get(text);
}

function embed(
  reading: GraphReading,
  ref: YamlTree | undefined,
  spec: TreeMap,
  text: string | undefined,
): ComponentRecord {
  const key = componentKeyOf(nameOfRef(ref, spec), digestOfText(text ?? writePythonYaml(spec)));
  const known = reading.components.get(key);
  if (known !== undefined) return known;
  const url = entryOf(ref, 'url');
  const origin = { ...(typeof url === 'string' ? { url } : {}), ...(text === undefined ? {} : { text }) };
  const record = { key, spec, ...(Object.keys(origin).length === 0 ? {} : { origin }) };
  reading.components.set(key, record);
  return record;
}

function missingComponent(reading: GraphReading, task: string, ref: YamlTree | undefined, code: string): TaskTarget {
  const texts = ['url', 'name', 'tag', 'digest'].map((field) => entryOf(ref, field));
  const source = texts.find((text) => typeof text === 'string') ?? '';
  noteLoss(reading, code, { task, source: String(source) });
  const digest = entryOf(ref, 'digest');
  const known = typeof digest === 'string' && /^[0-9a-f]{12}/.test(digest) ? digest : digestOfText(String(source));
  return { kind: 'component', component: componentKeyOf(nameOfRef(ref, {}), known) };
}

/** The component's own name, or the folder of its address. */
function nameOfRef(ref: YamlTree | undefined, spec: TreeMap): string {
  const folder = String(entryOf(ref, 'url') ?? '')
    .replace(/\/component\.ya?ml$/, '')
    .split('/')
    .at(-1);
  const names = [entryOf(spec, 'name'), entryOf(ref, 'name'), folder].map((name) =>
    typeof name === 'string' ? sanitiseTaskName(name) : '',
  );
  return names.find((name) => name !== '') ?? 'component';
}
