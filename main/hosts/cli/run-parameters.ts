import type { PipelineSpec } from '../../../src/compile/kfp/ir.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import { checkRunParameters, readParameterText } from '../../../src/run/run-parameters.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import { readForeignYaml } from '../../../src/yaml/read-foreign-yaml.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Terminal } from './terminal.ts';

/** A file of values, and its path for messages. */
export interface ParametersFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The values of a run: the file's, and over them those given one by one, read by their declared type. Unknown,
 * missing and wrong ones are wrong use.
 */
export function readRunParameters(
  terminal: Terminal,
  spec: PipelineSpec,
  given: readonly string[],
  file?: ParametersFile,
): { readonly [name: string]: JsonValue } {
  const fromFile = file === undefined ? {} : readFileValues(file);
  const pairs = given.map(splitPair);
  refuseUnknown(spec, [...Object.keys(fromFile), ...pairs.map(([name]) => name)]);
  const values = { ...fromFile, ...Object.fromEntries(pairs.map((pair) => readPair(terminal, spec, pair))) };
  refuseWrong(terminal, spec, values);
  return values;
}

/** The values given one by one, for a run whose other values are known. Unknown names are wrong use. */
export function readGivenParameters(
  terminal: Terminal,
  spec: PipelineSpec,
  given: readonly string[],
): { readonly [name: string]: JsonValue } {
  const pairs = given.map(splitPair);
  refuseUnknown(
    spec,
    pairs.map(([name]) => name),
  );
  return Object.fromEntries(pairs.map((pair) => readPair(terminal, spec, pair)));
}

function splitPair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new CliError(EXIT.wrongUse, 'cli.parameter-form', { text });
  return [text.slice(0, at), text.slice(at + 1)];
}

function readPair(
  terminal: Terminal,
  spec: PipelineSpec,
  [name, text]: readonly [string, string],
): readonly [string, JsonValue] {
  const type = spec.root.inputDefinitions?.parameters?.[name]?.parameterType ?? 'STRING';
  const value = readParameterText(name, text, type);
  if (!value.ok) throw wrongValue(terminal, name, value.error);
  return [name, value.value];
}

function refuseUnknown(spec: PipelineSpec, names: readonly string[]): void {
  const known = Object.keys(spec.root.inputDefinitions?.parameters ?? {});
  const unknown = [...new Set(names.filter((name) => !known.includes(name)))];
  if (unknown.length === 0) return;
  const key = known.length === 0 ? 'cli.unknown-parameters-none' : 'cli.unknown-parameters';
  throw new CliError(EXIT.wrongUse, key, { names: unknown, known });
}

function refuseWrong(terminal: Terminal, spec: PipelineSpec, values: { readonly [name: string]: JsonValue }): void {
  const checked = checkRunParameters(spec, values);
  if (checked.ok) return;
  const failures = Object.entries(checked.error);
  const missing = failures.filter(([, { code }]) => code === 'parameter-missing').map(([name]) => name);
  if (missing.length > 0) throw new CliError(EXIT.wrongUse, 'cli.missing-parameters', { names: missing });
  for (const [name, reason] of failures) throw wrongValue(terminal, name, reason);
}

function wrongValue(terminal: Terminal, name: string, { code, values }: RunReason): CliError {
  return new CliError(EXIT.wrongUse, 'cli.parameter-value', { name, reason: terminal.say(`run.${code}`, values) });
}

function readFileValues({ path, text }: ParametersFile): { readonly [name: string]: JsonValue } {
  const read = readForeignYaml(text);
  if (!read.ok) throw new CliError(EXIT.wrongUse, 'cli.params-file-syntax', { path, line: read.error.line ?? 1 });
  const [values = {}] = read.value.documents;
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new CliError(EXIT.wrongUse, 'cli.params-file', { path });
  }
  return values as { readonly [name: string]: JsonValue };
}
