import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { LayoutRecord } from '../../model/document.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/** A node of an Elyra pipeline, whichever version of the format it is written in. */
export interface ElyraNode {
  readonly id: string;
  readonly kind: 'generic' | 'component' | 'super' | 'other';
  readonly label: string;
  readonly parameters: TreeMap;
  /** Where its component was found: an address, a path or the JSON of a catalog's reference. */
  readonly source: string;
  /** Nodes it is linked from. */
  readonly upstream: readonly string[];
  readonly place?: LayoutRecord;
  /** The pipeline that a super node stands for. */
  readonly subflow?: string;
}

export interface ElyraComment {
  readonly text: string;
  readonly place?: LayoutRecord;
}

export interface ElyraPipeline {
  readonly id: string;
  readonly nodes: readonly ElyraNode[];
  readonly comments: readonly ElyraComment[];
  readonly properties: TreeMap;
  readonly version: number;
  readonly runtime: string;
}

export interface ElyraFile {
  readonly primary: ElyraPipeline;
  readonly pipelines: ReadonlyMap<string, ElyraPipeline>;
}

const GENERIC_OPS: ReadonlySet<string> = new Set(['execute-notebook-node', 'execute-python-node', 'execute-r-node']);

/** Reads the file as far as it has the form of one; nothing without a pipeline in it. */
export function readElyraFile(tree: YamlTree): ElyraFile | undefined {
  const list = entryOf(tree, 'pipelines');
  const pipelines = (isTreeList(list) ? list : []).filter(isTreeMap).map(readPipeline);
  const wanted = entryOf(tree, 'primary_pipeline');
  const primary = pipelines.find(({ id }) => id === wanted) ?? pipelines[0];
  return primary && { primary, pipelines: new Map(pipelines.map((pipeline) => [pipeline.id, pipeline])) };
}

function readPipeline(tree: TreeMap): ElyraPipeline {
  const data = entryOf(tree, 'app_data');
  const ui = entryOf(data, 'ui_data');
  const properties = entryOf(data, 'properties');
  return {
    id: textOf(tree, 'id') ?? '',
    nodes: maps(entryOf(tree, 'nodes')).flatMap((node) => readNode(node) ?? []),
    comments: maps(entryOf(ui, 'comments')).map((comment) =>
      withPlace({ text: textOf(comment, 'content') ?? '' }, comment),
    ),
    // Before version 4 the settings stood in the pipeline's own data.
    properties: isTreeMap(properties) ? properties : isTreeMap(data) ? data : {},
    version: Number(entryOf(data, 'version') ?? 1),
    runtime: textOf(data, 'runtime_type') ?? textOf(properties, 'runtime_type') ?? '',
  };
}

function readNode(tree: TreeMap): ElyraNode | undefined {
  const id = textOf(tree, 'id');
  if (id === undefined) return undefined;
  const data = entryOf(tree, 'app_data');
  const ui = entryOf(data, 'ui_data');
  const own = entryOf(data, 'component_parameters');
  const parameters = isTreeMap(own) ? own : isTreeMap(data) ? data : {};
  const subflow = textOf(entryOf(tree, 'subflow_ref'), 'pipeline_id_ref');
  const node = {
    id,
    kind: kindOf(tree, parameters),
    label: labelOf([textOf(data, 'label'), textOf(ui, 'label'), textOf(data, 'title'), textOf(parameters, 'filename')]),
    parameters,
    source: textOf(data, 'component_source') ?? textOf(parameters, 'component_source') ?? textOf(tree, 'op') ?? '',
    upstream: upstreamOf(entryOf(tree, 'inputs')),
    ...(subflow === undefined ? {} : { subflow }),
  };
  return withPlace(node, ui ?? null);
}

function kindOf(tree: TreeMap, parameters: TreeMap): ElyraNode['kind'] {
  const type = textOf(tree, 'type');
  if (type === 'super_node') return 'super';
  if (type !== 'execution_node') return 'other';
  const op = textOf(tree, 'op') ?? '';
  return GENERIC_OPS.has(op) || typeof entryOf(parameters, 'filename') === 'string' ? 'generic' : 'component';
}

function labelOf(candidates: readonly (string | undefined)[]): string {
  const label = candidates.find((text) => text !== undefined && text !== '') ?? 'node';
  return label.split('/').at(-1) ?? label;
}

function upstreamOf(ports: YamlTree | undefined): readonly string[] {
  const links = maps(ports).flatMap((port) => maps(entryOf(port, 'links')));
  return [...new Set(links.flatMap((link) => textOf(link, 'node_id_ref') ?? []))];
}

/** Positions are floats there. */
function withPlace<Thing extends object>(thing: Thing, tree: YamlTree): Thing & { readonly place?: LayoutRecord } {
  const [x, y] = [numberOf(tree, 'x_pos'), numberOf(tree, 'y_pos')];
  if (x === undefined || y === undefined) return thing;
  const [width, height] = [numberOf(tree, 'width'), numberOf(tree, 'height')];
  const size = width === undefined || height === undefined ? {} : { width, height };
  return { ...thing, place: { x, y, ...size } };
}

function numberOf(tree: YamlTree, field: string): number | undefined {
  const value = entryOf(tree, field);
  return typeof value === 'number' && Math.abs(value) < 1e9 ? Math.round(value) + 0 : undefined;
}

/** A text of a map. */
export function textOf(tree: YamlTree | undefined, field: string): string | undefined {
  const text = entryOf(tree, field);
  return typeof text === 'string' ? text : undefined;
}

/** The maps of a list. */
export function maps(tree: YamlTree | undefined): readonly TreeMap[] {
  return isTreeList(tree) ? tree.filter(isTreeMap) : [];
}
