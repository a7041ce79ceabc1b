import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { digestOfText } from '../../catalog/digest.ts';
import { kindOfFile } from '../../catalog/kind-of-file.ts';
import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import { v1TypeName } from '../../catalog/v1/write-v1-component.ts';
import { componentKeyOf } from '../../model/component-key.ts';
import type { ComponentRecord } from '../../model/document.ts';
import { sanitisePortName, sanitiseTaskName } from '../../model/sanitise-names.ts';
import { readForeignYamlExactly } from '../../yaml/read-foreign-yaml.ts';
import { constantOfType } from '../graph-component/read-ports.ts';
import { textOf } from './elyra-shape.ts';
import { type ElyraReading, noteLoss, type OpenPipeline, type OpenTask } from './open-pipelines.ts';
import { readProperty } from './read-property.ts';
import { resolveOutput, resolveParameter } from './resolve-output.ts';

/** Properties of component nodes that are none of their component's inputs. Elyra: `ElyraProperty`. */
const OWN_PROPERTIES: ReadonlySet<string> = new Set([
  'label',
  'image',
  'runtime_image',
  'component_source',
  'component_source_type',
  'component_description',
  'disable_node_caching',
  'mounted_volumes',
  'kubernetes_pod_annotations',
  'kubernetes_pod_labels',
  'kubernetes_secrets',
  'kubernetes_shared_mem_size',
  'kubernetes_tolerations',
  'env_vars',
  'ui_data',
]);

/** Gives a component node its component. Elyra's files name it only, so without its text it stays missing. */
export function readComponentTarget(reading: ElyraReading, task: OpenTask): void {
  const { node } = task;
  const text = reading.componentTexts.get(node.source);
  const record = text === undefined ? undefined : componentOf(text, node.source);
  if (record !== undefined) {
    reading.components.set(record.key, reading.components.get(record.key) ?? record);
    task.target = { kind: 'component', component: record.key };
    return;
  }
  const code = text === undefined ? 'elyra-component-elsewhere' : 'elyra-component-not-read';
  noteLoss(reading, code, { task: node.label, source: componentPlace(node.source) });
  const name = sanitiseTaskName(node.label) || 'component';
  task.target = { kind: 'component', component: componentKeyOf(name, digestOfText(node.source)) };
}

function componentOf(text: string, source: string): ComponentRecord | undefined {
  const read = readForeignYamlExactly(text);
  const file = read.ok ? kindOfFile(read.value.documents) : undefined;
  if (file?.kind !== 'v1' && file?.kind !== 'ir') return undefined;
  const name = textOf(file.tree, 'name') ?? textOf(entryOf(file.tree, 'pipelineInfo'), 'name') ?? '';
  const place = componentPlace(source);
  const origin = /^https?:/.test(place) ? { url: place } : { path: place };
  return { key: componentKeyOf(sanitiseTaskName(name) || 'component', digestOfText(text)), spec: file.tree, origin };
}

/** The address or path in a node's source, which may be the JSON of a catalog's reference. */
export function componentPlace(source: string): string {
  if (!source.startsWith('{')) return source;
  try {
    const reference = entryOf(JSON.parse(source), 'component_ref');
    const fields = ['location', 'path', 'filename', 'component-id', 'url'].map((field) => textOf(reference, field));
    return fields.find((text) => text !== undefined && text !== '') ?? source;
  } catch {
    return source;
  }
}

/** Reads the inputs of a component node. */
export function readComponentArguments(reading: ElyraReading, open: OpenPipeline, task: OpenTask): void {
  const record = task.target.kind === 'component' ? reading.components.get(task.target.component) : undefined;
  const description = record && describeComponentRecord(record);
  for (const [name, property] of Object.entries(task.node.parameters)) {
    const bare = name.replace(/^elyra_/, '');
    const id = sanitisePortName(bare);
    const port = description?.inputs.find((input) => input.id === id);
    if (OWN_PROPERTIES.has(name) && port === undefined) continue;
    // Outputs stand among the properties, with nothing in them.
    if (description === undefined ? /^output_/.test(bare) && !isTreeMap(property) : port === undefined) continue;
    const read = readProperty(property);
    const values = { task: task.node.label, port: name };
    if (read.kind === 'constant') {
      const typeName = port === undefined ? '' : (port.declaredType ?? v1TypeName(port.type));
      task.arguments.set(id, { kind: 'value', value: constantOfType(read.value, port?.type, typeName) });
    } else if (read.kind === 'file') noteLoss(reading, 'elyra-file-value', { ...values, file: read.path });
    else if (read.kind !== 'unset') {
      const reference =
        read.kind === 'parameter'
          ? resolveParameter(reading, open, read.name)
          : resolveOutput(reading, open, read.node, read.port);
      if (reference === undefined) noteLoss(reading, 'argument-not-kept', values);
      else task.arguments.set(id, reference);
    }
  }
}
