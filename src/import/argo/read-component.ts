import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { digestOfText } from '../../catalog/digest.ts';
import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import { componentKeyOf } from '../../model/component-key.ts';
import type { ComponentRecord } from '../../model/document.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { sanitiseTaskName, uniqueName } from '../../model/sanitise-names.ts';
import { writePythonYaml } from '../../yaml/write-python-yaml.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type ArgoReading, noteLoss, typeOfSource } from './argo-reading.ts';
import { factOf, hasMarks, piecesOf } from './read-marks.ts';
import { mapOf, mapsOf, textOf, textsOf } from './tree-fields.ts';

/** A container template as a component, with the ports that its parameters and artifacts became. */
export interface ReadComponent {
  readonly record: ComponentRecord;
  /** Port ids by `parameters.NAME` and `artifacts.NAME` of the template. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly outputs: ReadonlyMap<string, string>;
}

/** KFP's names of types in component files. */
const TYPE_NAMES: { readonly [Type in ParameterType]?: string } = {
  STRING: 'String',
  NUMBER_INTEGER: 'Integer',
  NUMBER_DOUBLE: 'Float',
  BOOLEAN: 'Boolean',
  LIST: 'JsonArray',
  STRUCT: 'JsonObject',
};

interface Port {
  readonly path: string;
  readonly name: string;
  readonly file?: string;
  readonly fields: { readonly [field: string]: YamlTree };
}

/** Where a program of a script template is told what to do on its command line. */
const SCRIPT_SWITCH = '-c';
const TAKES_SWITCH = /(?:^|\/)(?:sh|bash|ash|dash|zsh|python[\d.]*)$/;

/**
 * Makes a component of a container or script template. `typeOfInput` says what each parameter is given. Files keep their
 * places where the command names them; a program that knows a place by itself is noted.
 */
export function readComponent(
  reading: ArgoReading,
  template: TreeMap,
  typeOfInput: (name: string) => ParameterType,
): ReadComponent {
  const title = textOf(template, 'name') ?? 'task';
  const container = isTreeMap(entryOf(template, 'container'))
    ? mapOf(template, 'container')
    : mapOf(template, 'script');
  const inputs = inputPorts(template, typeOfInput);
  const outputs = outputPorts(reading, template, title);
  const source = textOf(container, 'source');
  const texts = [...textsOf(container, 'command'), ...(source === undefined ? [] : [SCRIPT_SWITCH, source])];
  const [shell = ''] = textsOf(container, 'command');
  if (source !== undefined && !TAKES_SWITCH.test(shell)) {
    noteLoss(reading, 'argo-field-not-read', { field: 'script', task: title });
  }
  const element = (text: string): YamlTree => commandElement(reading, text, { title, inputs, outputs });
  const command = texts.map(element);
  const args = textsOf(container, 'args').map(element);
  noteHiddenPlaces(reading, [...texts, ...textsOf(container, 'args')], { title, inputs, outputs });
  const fileOutputs = Object.fromEntries(
    outputs.flatMap(({ name, file }) => (file === undefined ? [] : [[name, file]])),
  );
  const image = textOf(container, 'image') ?? '';
  const spec = {
    name: title,
    ...(inputs.length === 0 ? {} : { inputs: inputs.map(({ name, fields }) => ({ name, ...fields })) }),
    ...(outputs.length === 0 ? {} : { outputs: outputs.map(({ name, fields }) => ({ name, ...fields })) }),
    implementation: {
      container: {
        image: hasMarks(image) ? 'image' : image,
        ...(command.length === 0 ? {} : { command }),
        ...(args.length === 0 ? {} : { args }),
        ...(Object.keys(fileOutputs).length === 0 ? {} : { fileOutputs }),
      },
    },
  };
  const key = componentKeyOf(sanitiseTaskName(title) || 'task', digestOfText(writePythonYaml(spec)));
  const record = reading.components.get(key) ?? { key, spec };
  reading.components.set(key, record);
  return { record, ...portIds(record, inputs, outputs) };
}

function portIds(record: ComponentRecord, inputs: readonly Port[], outputs: readonly Port[]) {
  const description = describeComponentRecord(record);
  const idsOf = (ports: readonly Port[], known: readonly { readonly id: string }[]): Map<string, string> => {
    const ids = new Map<string, string>();
    ports.forEach(({ path }, index) => {
      for (const one of path.split(' ')) ids.set(one, known[index]?.id ?? '');
    });
    return ids;
  };
  return { inputs: idsOf(inputs, description?.inputs ?? []), outputs: idsOf(outputs, description?.outputs ?? []) };
}

function inputPorts(template: TreeMap, typeOfInput: (name: string) => ParameterType): readonly Port[] {
  const taken = new Set<string>();
  const take = (name: string): string => {
    const free = uniqueName(name, (candidate) => taken.has(candidate));
    taken.add(free);
    return free;
  };
  const inputs = mapOf(template, 'inputs');
  const parameters = mapsOf(inputs, 'parameters').map((parameter): Port => {
    const name = textOf(parameter, 'name') ?? '';
    const value = textOf(parameter, 'value') ?? textOf(parameter, 'default');
    const type = TYPE_NAMES[typeOfInput(name)] ?? 'String';
    const given = value === undefined || hasMarks(value) ? {} : { default: value };
    return { path: `parameters.${name}`, name: take(name), fields: { type, ...given } };
  });
  const artifacts = mapsOf(inputs, 'artifacts').map((artifact): Port => {
    const name = textOf(artifact, 'name') ?? '';
    const file = textOf(artifact, 'path') ?? '';
    const wanted = /^\/tmp\/inputs\/([^/]+)\/data$/.exec(file)?.[1] ?? name;
    const optional = entryOf(artifact, 'optional') === true ? { optional: true } : {};
    return { path: `artifacts.${name}`, name: take(wanted), file, fields: { type: 'Artifact', ...optional } };
  });
  return [...parameters, ...artifacts];
}

/** A file that is a parameter too is one output; the KFP v1 compiler writes both. */
function outputPorts(reading: ArgoReading, template: TreeMap, title: string): readonly Port[] {
  const outputs = mapOf(template, 'outputs');
  const short = (name: string): string => (name.startsWith(`${title}-`) ? name.slice(title.length + 1) : name) || name;
  const parameters = mapsOf(outputs, 'parameters').flatMap((parameter): Port[] => {
    const name = textOf(parameter, 'name') ?? '';
    const file = textOf(mapOf(parameter, 'valueFrom'), 'path');
    if (file === undefined) {
      noteLoss(reading, 'argo-output-not-read', { output: name, template: title });
      return [];
    }
    const type = TYPE_NAMES[typeOfSource(reading, `output/${title}/${name}`)] ?? 'String';
    const twin = mapsOf(outputs, 'artifacts').some((artifact) => textOf(artifact, 'name') === name);
    const path = twin ? `parameters.${name} artifacts.${name}` : `parameters.${name}`;
    return [{ path, name: short(name), file, fields: { type } }];
  });
  const known = new Set(parameters.flatMap(({ path }) => path.split(' ')));
  const artifacts = mapsOf(outputs, 'artifacts').flatMap((artifact): Port[] => {
    const name = textOf(artifact, 'name') ?? '';
    const path = `artifacts.${name}`;
    if (known.has(path)) return [];
    return [{ path, name: short(name), file: textOf(artifact, 'path') ?? '', fields: { type: 'Artifact' } }];
  });
  return [...parameters, ...artifacts];
}

interface Ports {
  readonly title: string;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

/** A text of the command with inputs and files in the place of marks and paths. */
function commandElement(reading: ArgoReading, text: string, ports: Ports): YamlTree {
  const items = piecesOf(text).flatMap((piece): YamlTree[] => {
    if (typeof piece === 'string') return splitPaths(piece, ports);
    return [markElement(reading, piece.mark, ports)];
  });
  const [only] = items;
  if (items.length === 0) return '';
  return items.length === 1 && only !== undefined ? only : { concat: items };
}

function markElement(reading: ArgoReading, mark: string, { title, inputs, outputs }: Ports): YamlTree {
  const fact = factOf(mark);
  if (fact !== undefined) return fact;
  const [, side, path = ''] = /^(inputs|outputs)\.((?:parameters|artifacts)\..+?)(?:\.path)?$/.exec(mark) ?? [];
  const ports = side === 'inputs' ? inputs : outputs;
  const port = side === undefined ? undefined : ports.find((one) => one.path.split(' ').includes(path));
  if (port === undefined) {
    noteLoss(reading, 'argo-mark-not-read', { mark: `{{${mark}}}`, task: title });
    return `{{${mark}}}`;
  }
  if (side === 'outputs') return { outputPath: port.name };
  return port.file === undefined ? { inputValue: port.name } : { inputPath: port.name };
}

/** Paths of files that stand in a text are those of ports. */
function splitPaths(text: string, ports: Ports): YamlTree[] {
  const placeholders = [
    ...ports.inputs.map(({ name, file }) => ({ file, element: { inputPath: name } })),
    ...ports.outputs.map(({ name, file }) => ({ file, element: { outputPath: name } })),
  ];
  for (const { file, element } of placeholders) {
    const at = file === undefined || file === '' ? -1 : findPath(text, file);
    if (file === undefined || at < 0) continue;
    const [before, after] = [text.slice(0, at), text.slice(at + file.length)];
    return [
      ...(before === '' ? [] : splitPaths(before, ports)),
      element,
      ...(after === '' ? [] : splitPaths(after, ports)),
    ];
  }
  return [text];
}

/** Where a path stands as a whole, not as the beginning of a longer one. */
function findPath(text: string, path: string): number {
  if (path === '') return -1;
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    const isWhole = !/[\w./-]/.test(text.charAt(at + path.length)) && !/[\w./-]/.test(text.charAt(at - 1));
    if (isWhole) return at;
  }
  return -1;
}

/** KFP puts files where it likes and says so on the command line. */
function noteHiddenPlaces(reading: ArgoReading, texts: readonly string[], { title, inputs, outputs }: Ports): void {
  for (const { path, file } of [...inputs, ...outputs]) {
    const isSaid = texts.some((text) => {
      return findPath(text, file ?? '') >= 0 || path.split(' ').some((one) => text.includes(`puts.${one}.path}}`));
    });
    if (file !== undefined && !isSaid) noteLoss(reading, 'argo-hidden-path', { path: file, template: title });
  }
}
