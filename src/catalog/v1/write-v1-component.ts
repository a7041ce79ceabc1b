import type { JsonValue } from '../../model/json.ts';
import type { PortType } from '../../model/port-type.ts';
import { sameData } from '../../model/records.ts';
import { sanitisePortName } from '../../model/sanitise-names.ts';
import { typeLabel } from '../../model/type-label.ts';
import { pythonJson, pythonStr } from '../../yaml/python-text.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ComponentDescription, InputPort, OutputPort } from '../component-description.ts';
import type { TreeMap } from '../tree.ts';
import { resolveV1Type } from './resolve-type.ts';
import { writeV1Argument } from './write-v1-argument.ts';

const TYPE_NAMES: { readonly [type: string]: string } = {
  STRING: 'String',
  NUMBER_INTEGER: 'Integer',
  NUMBER_DOUBLE: 'Float',
  BOOLEAN: 'Boolean',
  LIST: 'JsonArray',
  STRUCT: 'JsonObject',
  TASK_FINAL_STATUS: 'PipelineTaskFinalStatus',
};

/** The name of a type in a v1 component. KFP SDK: `type_utils`, the other way round. Lists of artifacts have none. */
export function v1TypeName(type: PortType): string {
  if (type.kind === 'parameter') return TYPE_NAMES[type.parameterType] ?? 'String';
  return type.schemaTitle.startsWith('system.') ? typeLabel({ ...type, isList: false }) : type.schemaTitle;
}

/**
 * A v1 component that does what a compiled one does; nothing where v1 cannot say it: a pipeline, lists of artifacts,
 * names with capitals, task configurations, resources of its own, placeholders that v1 does not have.
 */
export function writeV1Component(description: ComponentDescription): TreeMap | undefined {
  const { implementation, inputs, outputs } = description;
  if (implementation.kind !== 'container' || implementation.executorExtra !== undefined) return undefined;
  if (![...inputs, ...outputs].every(isSayable)) return undefined;
  const command = implementation.command.map(writeV1Argument);
  const args = implementation.args.map(writeV1Argument);
  if ([...command, ...args].includes(undefined)) return undefined;
  const env = Object.fromEntries(implementation.env.map(({ name, value }) => [name, value]));
  return {
    name: description.title,
    ...(description.description === undefined ? {} : { description: description.description }),
    ...filled('inputs', inputs.map(writeInput)),
    ...filled('outputs', outputs.map(writeOutput)),
    implementation: {
      container: {
        image: implementation.image,
        ...filled(
          'command',
          command.filter((item) => item !== undefined),
        ),
        ...filled(
          'args',
          args.filter((item) => item !== undefined),
        ),
        ...(Object.keys(env).length === 0 ? {} : { env }),
      },
    },
  };
}

/** A name that v1 would sanitise is another one to a program that is told its ports by the executor input. */
function isSayable(port: InputPort | OutputPort): boolean {
  const side = 'optional' in port ? 'input' : 'output';
  return sanitisePortName(port.id) === port.id && sameData(resolveV1Type(v1TypeName(port.type), side), port.type);
}

function filled(field: string, list: readonly YamlTree[]): TreeMap {
  return list.length === 0 ? {} : { [field]: list };
}

function writeInput(port: InputPort): TreeMap {
  return {
    ...writeOutput(port),
    ...(port.default === undefined ? {} : { default: defaultText(port.default) }),
    ...(port.optional && port.default === undefined ? { optional: true } : {}),
  };
}

function writeOutput({ id, type, description }: OutputPort): TreeMap {
  return { name: id, type: v1TypeName(type), ...(description === undefined ? {} : { description }) };
}

/** Maps and lists are JSON texts there. KFP SDK: `deserialize_v1_component_yaml_default`. */
function defaultText(value: JsonValue): string {
  return typeof value === 'object' ? pythonJson(value) : pythonStr(value);
}
