import type { ContainerResources } from '../../compile/kfp/ir.ts';
import type { JsonValue } from '../../model/json.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { parseJson } from '../parse-json.ts';
import type { TaskJob } from '../schedule/run-action.ts';
import { buildExecutorInput } from './executor-input.ts';
import { formatValue } from './format-value.ts';
import { type PlaceholderContext, replacePlaceholders } from './placeholders.ts';
import type { TaskPlaces } from './task-places.ts';

/** What an engine starts. `command` is the container's command and args in one list. */
export interface ResolvedCommand {
  readonly image: string;
  readonly command: readonly string[];
  /** How many elements of `command` are the container's `command`; engines replace the entrypoint with them. */
  readonly entrypointLength: number;
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly limits: ResolvedLimits;
}

/** What a container may use, as Kubernetes quantities (`500m`, `2Gi`). */
export interface ResolvedLimits {
  readonly cpu?: string;
  readonly memory?: string;
  readonly accelerators?: string;
}

const STRUCTURES = ['{"Concat": ', '{"IfPresent": '];

/**
 * The command line of one task instance with every placeholder replaced.
 * KFP SDK: `kfp.local` placeholder utilities; values are formatted as the server's launcher does.
 */
export function resolveCommand(job: TaskJob, places: TaskPlaces): ResolvedCommand {
  const container = job.executor.container;
  const context = createContext(job, places);
  const resolve = (elements: readonly string[]) => elements.flatMap((element) => resolveElement(element, context));
  const text = (template: string | undefined): string => replacePlaceholders(template ?? '', context);
  const entrypoint = resolve(container?.command ?? []);
  return {
    image: text(container?.image),
    command: [...entrypoint, ...resolve(container?.args ?? [])],
    entrypointLength: entrypoint.length,
    env: (container?.env ?? []).map(({ name, value }) => ({ name, value: text(value) })),
    limits: resolveLimits(container?.resources, text),
  };
}

/** A value with every placeholder in it replaced, at any depth: the metadata of an importer. */
export function resolveValue(value: JsonValue, job: TaskJob, places: TaskPlaces): JsonValue {
  return replaceWithin(value, createContext(job, places));
}

/** An empty text is no limit. */
function resolveLimits(
  resources: ContainerResources | undefined,
  text: (template: string | undefined) => string,
): ResolvedLimits {
  const cpu = text(resources?.resourceCpuLimit ?? plainNumber(resources?.cpuLimit, 1));
  const memory = text(resources?.resourceMemoryLimit ?? plainNumber(resources?.memoryLimit, 1e9));
  const { resourceCount, count } = resources?.accelerator ?? {};
  const accelerators = text(resourceCount ?? count);
  return {
    ...(cpu === '' ? {} : { cpu }),
    ...(memory === '' ? {} : { memory }),
    ...(accelerators === '' ? {} : { accelerators }),
  };
}

/** KFP SDK: pipelines of older ones hold cores and units of 1e9 bytes as numbers only. */
function plainNumber(value: YamlTree | undefined, factor: number): string | undefined {
  return typeof value === 'number' && value > 0 ? formatValue(value * factor) : undefined;
}

/** Parameters may hold placeholders themselves, at any depth; they are resolved before anything refers to them. */
function createContext(job: TaskJob, places: TaskPlaces): PlaceholderContext {
  const plain: PlaceholderContext = { job, places, executorInput: buildExecutorInput(job, places) };
  const parameters = Object.fromEntries(
    Object.entries(job.inputs.parameters).map(([name, value]) => [name, replaceWithin(value, plain)]),
  );
  const resolved: TaskJob = { ...job, inputs: { ...job.inputs, parameters } };
  return { job: resolved, places, executorInput: buildExecutorInput(resolved, places) };
}

function replaceWithin(value: JsonValue, context: PlaceholderContext): JsonValue {
  if (typeof value === 'string') return replacePlaceholders(value, context);
  if (Array.isArray(value)) return value.map((item: JsonValue) => replaceWithin(item, context));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceWithin(item, context)]));
}

function resolveElement(element: string, context: PlaceholderContext): readonly string[] {
  if (!STRUCTURES.some((start) => element.startsWith(start))) return [replacePlaceholders(element, context)];
  const structure = parseJson(element);
  if (structure === undefined) return [replacePlaceholders(element, context)];
  return expand(structure, context).map((text) => replacePlaceholders(text, context));
}

function expand(value: JsonValue, context: PlaceholderContext): readonly string[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [String(value)];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => expand(item, context));
  const { Concat: concat, IfPresent: ifPresent } = value as { readonly [key: string]: JsonValue };
  if (concat !== undefined) return [expand(concat, context).join('')];
  return ifPresent === undefined ? [JSON.stringify(value)] : expandIfPresent(ifPresent, context);
}

function expandIfPresent(value: JsonValue, context: PlaceholderContext): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = value as { readonly [key: string]: JsonValue };
  const chosen = isPresent(String(parts.InputName), context) ? parts.Then : parts.Else;
  return chosen === undefined ? [] : expand(chosen, context);
}

function isPresent(name: string, { job }: PlaceholderContext): boolean {
  const value = job.inputs.parameters[name];
  return (value !== undefined && value !== null) || job.inputs.artifacts[name] !== undefined;
}
