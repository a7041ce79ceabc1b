import type { DocumentDirective } from 'js-yaml';
import type { LineIndex } from './line-index.ts';
import type { PlainScalarKind } from './resolve-plain-scalar.ts';
import type { YamlNote, YamlNoteCode, YamlProblem, YamlProblemCode } from './yaml-problem.ts';
import type { YamlTree } from './yaml-tree.ts';

/** What building needs to know besides the events. */
export interface BuildOptions {
  readonly source: string;
  readonly lines: LineIndex;
  readonly maxNodes: number;
  /** Floats become `PythonFloat`. */
  readonly markFloats: boolean;
}

/** A finished node. Aliases share its tree, so trees must never be changed. */
export interface BuiltNode {
  readonly kind: 'scalar' | 'sequence' | 'mapping';
  readonly tree: YamlTree;
  /** Nodes in it with every alias expanded. */
  readonly size: number;
  readonly offset: number;
  /** How a scalar was understood. */
  readonly scalar?: PlainScalarKind;
  /** The scalar as written between its quotes, which names it where it is a key. */
  readonly text?: string;
  readonly items?: readonly BuiltNode[];
  /** A mapping's entries after merging, in order. */
  readonly entries?: readonly BuiltEntry[];
}

export interface BuiltEntry {
  readonly key: BuiltNode;
  readonly value: BuiltNode;
}

/** A collection whose end has not come yet. */
export type Frame =
  | { readonly kind: 'document' }
  | (OpenCollection & { readonly kind: 'sequence'; readonly items: BuiltNode[] })
  | MappingFrame;

interface OpenCollection {
  readonly anchor: string | undefined;
  readonly offset: number;
  /** Written with brackets or braces. */
  readonly flow: boolean;
}

export interface MappingFrame extends OpenCollection {
  readonly kind: 'mapping';
  key: BuiltNode | undefined;
  readonly entries: BuiltEntry[];
  /** Values of `<<`, in order. */
  readonly merges: BuiltNode[];
}

/** The state of building. */
export interface Builder {
  readonly options: BuildOptions;
  readonly frames: Frame[];
  readonly anchors: Map<string, BuiltNode | 'open'>;
  readonly notes: YamlNote[];
  directives: readonly DocumentDirective[];
  problem: YamlProblem | undefined;
  /** Nodes made so far, aliases and merges expanded. */
  spent: number;
  /** Where the last thing with a place stood; empty scalars have none of their own. */
  lastOffset: number;
}

/** A builder before the first event. */
export function createBuilder(options: BuildOptions): Builder {
  return {
    options,
    frames: [],
    anchors: new Map(),
    notes: [],
    directives: [],
    problem: undefined,
    spent: 0,
    lastOffset: 0,
  };
}

/** Records the first problem; later ones are ignored. */
export function fail(builder: Builder, code: YamlProblemCode, offset: number, detail: string): void {
  builder.problem ??= { code, ...builder.options.lines.placeOf(Math.max(offset, 0)), detail };
}

/** Records a note. */
export function note(builder: Builder, code: YamlNoteCode, offset: number, detail: string): void {
  builder.notes.push({ code, ...builder.options.lines.placeOf(Math.max(offset, 0)), detail });
}

/** Counts nodes against the limit; `false` once it is passed. */
export function spend(builder: Builder, count: number, offset: number): boolean {
  builder.spent += count;
  const { maxNodes } = builder.options;
  if (builder.spent > maxNodes) fail(builder, 'too-many-nodes', offset, String(maxNodes));
  return builder.spent <= maxNodes;
}

/** Names PyYAML's scanner takes for anchors. */
const ANCHOR_NAME = /^[-0-9A-Za-z_]+$/;

/** Registers `&name`; PyYAML refuses a name used twice in a document, and one of other characters. */
export function addAnchor(builder: Builder, name: string, node: BuiltNode | 'open', offset: number): void {
  if (!ANCHOR_NAME.test(name)) fail(builder, 'bad-value', offset, `&${name}`);
  if (builder.anchors.has(name)) fail(builder, 'duplicate-anchor', offset, name);
  builder.anchors.set(name, node);
}
