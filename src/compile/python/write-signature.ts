import type { PipelineDocument, PipelineInput, PipelineRecord } from '../../model/document.ts';
import { groupsOfPipeline } from '../../model/lookups.ts';
import type { ParameterType, PortType } from '../../model/port-type.ts';
import type { ArtifactClasses } from './artifact-classes.ts';
import { type Code, type Item, labelled, layOut } from './code.ts';
import { camelCase } from './identifiers.ts';
import type { ModuleNames } from './module-names.ts';
import { constantCode } from './write-reference.ts';

/** KFP SDK: the Python type of each parameter type. */
const PYTHON_TYPES: { readonly [Type in ParameterType]?: string } = {
  STRING: 'str',
  NUMBER_INTEGER: 'int',
  NUMBER_DOUBLE: 'float',
  BOOLEAN: 'bool',
  LIST: 'list',
  STRUCT: 'dict',
};

/** Everything a signature needs names from. */
export interface SignatureContext {
  readonly document: PipelineDocument;
  readonly module: ModuleNames;
  readonly artifacts: ArtifactClasses;
}

/** What a pipeline's function returns: nothing, one value called `Output`, or a tuple of its own class. */
export interface Returned {
  readonly annotation?: string;
  /** The class, where there is one. */
  readonly tuple?: { readonly name: string; readonly text: string };
}

/** `def train(rows: int, host: str = "") -> dsl.Model:` */
export function writeSignature(context: SignatureContext, pipeline: PipelineRecord, returned: Returned): string {
  const items = pipeline.inputs.map((input) => parameter(context, pipeline, input));
  const required = items.filter((_, index) => !hasDefault(pipeline.inputs[index]));
  const optional = items.filter((_, index) => hasDefault(pipeline.inputs[index]));
  const result = returned.annotation === undefined ? '' : ` -> ${returned.annotation}`;
  const head = `def ${context.module.pipeline(pipeline.id)}(`;
  return layOut({ head, items: [...required, ...optional], tail: `)${result}:` }, 0);
}

function hasDefault(input: PipelineInput | undefined): boolean {
  return input?.default !== undefined || input?.optional === true;
}

function parameter(context: SignatureContext, pipeline: PipelineRecord, input: PipelineInput): Item {
  const hint =
    input.type.kind === 'artifact'
      ? `${context.module.use('dsl')}.Input[${hintOf(context, input.type)}]`
      : (listHint(context, pipeline, input) ?? hintOf(context, input.type));
  if (!hasDefault(input)) return labelled(`${input.name}: `, hint);
  const value: Code = input.default === undefined ? 'None' : constantCode(input.default, input.type);
  return labelled(`${input.name}: ${hint} = `, value);
}

/** The Python type of a port. */
function hintOf({ artifacts, module }: SignatureContext, type: PortType): string {
  if (type.kind === 'parameter') return PYTHON_TYPES[type.parameterType] ?? '';
  const name = artifacts.nameOf(type);
  return type.isList ? `${module.use('List')}[${name}]` : name;
}

/** A loop may know more of its items than that they are texts: then the list says so. */
function listHint(context: SignatureContext, pipeline: PipelineRecord, input: PipelineInput): string | undefined {
  for (const group of groupsOfPipeline(context.document, pipeline.id)) {
    if (group.kind !== 'loop' || group.items.kind !== 'reference') continue;
    const { reference, itemType, fieldType } = group.items;
    if (reference.kind !== 'input' || reference.input !== input.name) continue;
    const list = context.module.use('List');
    if (fieldType !== undefined) {
      return `${list}[${context.module.use('Dict')}[str, ${PYTHON_TYPES[fieldType] ?? 'str'}]]`;
    }
    if (itemType !== undefined) return `${list}[${PYTHON_TYPES[itemType] ?? 'str'}]`;
  }
  return undefined;
}

/** What a pipeline returns. KFP SDK: a single value is the output `Output`; anything else needs a named tuple. */
export function returnedBy(context: SignatureContext, pipeline: PipelineRecord): Returned {
  const [only] = pipeline.outputs;
  if (only === undefined) return {};
  if (pipeline.outputs.length === 1 && only.name === 'Output') return { annotation: hintOf(context, only.type) };
  const name = context.module.names.take(`${camelCase(context.module.pipeline(pipeline.id))}Outputs`);
  const fields = pipeline.outputs.map((output) => `    ${output.name}: ${hintOf(context, output.type)}`);
  const text = [`class ${name}(${context.module.use('NamedTuple')}):`, ...fields].join('\n');
  return { annotation: name, tuple: { name, text } };
}
