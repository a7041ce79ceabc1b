import type { InputPort } from '../../catalog/component-description.ts';
import type { Argument, Reference, TemplateValue } from '../../model/argument.ts';
import type { ImporterTarget, TaskRecord } from '../../model/document.ts';
import { isReference } from '../../model/references.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { structValue } from '../kfp/struct-value.ts';
import type { PlannedImporter } from './plan.ts';
import type { TaskInputs } from './task-inputs.ts';

/** Plans an importer. KFP SDK: `importer_node.importer`. */
export function planImporter(target: ImporterTarget, task: TaskRecord, inputs: TaskInputs): PlannedImporter {
  const uri = task.arguments.uri;
  const metadata = createMetadata(inputs);
  const value = target.metadata === undefined ? undefined : metadata.write(target.metadata);
  return {
    target,
    ...(uri?.kind === 'value' ? { constantUri: String(uri.value) } : {}),
    ...(value === undefined ? {} : { metadata: value }),
    inputs: [
      { id: 'uri', name: 'uri', type: { kind: 'parameter', parameterType: 'STRING' }, optional: false },
      ...metadata.ports,
    ],
  };
}

/** References in metadata become the inputs `metadata`, `metadata-2`, …, one for each distinct reference. */
function createMetadata(inputs: TaskInputs) {
  const names = new Map<string, string>();
  const ports: InputPort[] = [];

  const placeholder = (reference: Reference): string => {
    const key = JSON.stringify(reference);
    let name = names.get(key);
    if (name === undefined) {
      name = names.size === 0 ? 'metadata' : `metadata-${names.size + 1}`;
      names.set(key, name);
      ports.push({ id: name, name, type: inputs.bindingOf(reference).type, optional: false });
      inputs.addArgument(name, reference);
    }
    return `{{$.inputs.parameters['${name}']}}`;
  };
  const textOf = (parts: readonly (string | Reference)[]): string => {
    return parts.map((part) => (typeof part === 'string' ? part : placeholder(part))).join('');
  };
  const fill = (template: TemplateValue): YamlTree => {
    switch (template.kind) {
      case 'constant':
        return structValue(template.value);
      case 'text':
        return textOf(template.parts);
      case 'list':
        return template.items.map(fill);
      case 'map':
        return Object.fromEntries(template.entries.map(([key, value]) => [key, fill(value)]));
    }
  };
  const write = (argument: Argument): YamlTree => {
    if (argument.kind === 'value') return structValue(argument.value);
    if (argument.kind === 'template') return fill(argument.value);
    return isReference(argument) ? placeholder(argument) : textOf(argument.parts);
  };
  return { ports, write };
}
