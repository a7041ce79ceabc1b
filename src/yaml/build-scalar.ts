import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { addAnchor, type Builder, type BuiltNode, fail, note } from './builder.ts';
import { type ConstructedScalar, constructScalar } from './construct-scalar.ts';
import { type PlainScalarKind, resolvePlainScalar } from './resolve-plain-scalar.ts';
import { resolveTag } from './resolve-tag.ts';
import { pythonFloat, type YamlTree } from './yaml-tree.ts';

/** Makes the node of a scalar event, by its tag or, where it is plain, by its form. */
export function buildScalar(builder: Builder, event: ScalarEvent): BuiltNode | undefined {
  const { source } = builder.options;
  const offset = startOf(event, builder.lastOffset);
  builder.lastOffset = offset;
  const text = getScalarValue(source, event);
  if (event.style === SCALAR_STYLE.PLAIN) refuseFlowQuestionMark(builder, text, offset);
  const kind = scalarKind(builder, event, text);
  if (kind === undefined) return undefined;
  const node = makeNode(builder, kind, text, offset);
  if (node !== undefined && event.anchorStart >= 0) {
    addAnchor(builder, source.slice(event.anchorStart, event.anchorEnd), node, event.anchorStart);
  }
  return node;
}

/** Between brackets PyYAML takes every `?` for the mark of a key, so none may stand inside plain text. */
function refuseFlowQuestionMark(builder: Builder, text: string, offset: number): void {
  const frame = builder.frames.at(-1);
  const inFlow = frame !== undefined && frame.kind !== 'document' && frame.flow;
  if (inFlow && text.indexOf('?') > 0) fail(builder, 'bad-value', offset, text);
}

/** Quoted scalars begin one character before their value. */
function startOf(event: ScalarEvent, fallback: number): number {
  if (event.valueStart < 0) return fallback;
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return event.valueStart - (quoted ? 1 : 0);
}

const TAGGED_KINDS: ReadonlyMap<string, PlainScalarKind> = new Map([
  ['str', 'text'],
  ['int', 'int'],
  ['float', 'float'],
  ['bool', 'bool'],
  ['null', 'null'],
  ['timestamp', 'timestamp'],
  ['merge', 'merge'],
  ['value', 'value'],
]);

function scalarKind(builder: Builder, event: ScalarEvent, text: string): PlainScalarKind | undefined {
  if (event.tagStart < 0) return event.style === SCALAR_STYLE.PLAIN ? resolvePlainScalar(text) : 'text';
  const written = builder.options.source.slice(event.tagStart, event.tagEnd);
  const tag = resolveTag(written, builder.directives);
  // PyYAML resolves `! x` by its form whatever its quotes.
  if (tag === '!') return resolvePlainScalar(text);
  const kind = TAGGED_KINDS.get(tag);
  if (kind === undefined) fail(builder, refusal(tag), event.tagStart, written);
  return kind;
}

function refusal(tag: string): 'unsupported-tag' | 'bad-value' | 'unknown-tag' {
  if (tag === 'binary') return 'unsupported-tag';
  return ['seq', 'map', 'set', 'omap', 'pairs'].includes(tag) ? 'bad-value' : 'unknown-tag';
}

function makeNode(builder: Builder, kind: PlainScalarKind, text: string, offset: number): BuiltNode | undefined {
  const shared = { kind: 'scalar', size: 1, offset, text } as const;
  if (kind === 'merge' || kind === 'value') return { ...shared, scalar: kind, tree: text };
  const scalar = constructScalar(kind, text);
  if (scalar === undefined) {
    fail(builder, 'bad-value', offset, text);
    return undefined;
  }
  noteScalar(builder, scalar, offset, text);
  return { ...shared, scalar: kind, tree: scalarTree(builder, scalar) };
}

function noteScalar(builder: Builder, scalar: ConstructedScalar, offset: number, text: string): void {
  if (scalar.kind === 'timestamp') note(builder, 'timestamp', offset, text);
  if (scalar.kind === 'int' && !Number.isSafeInteger(scalar.value)) note(builder, 'rounded-number', offset, text);
}

function scalarTree(builder: Builder, scalar: ConstructedScalar): YamlTree {
  return scalar.kind === 'float' && builder.options.markFloats ? pythonFloat(scalar.value) : scalar.value;
}
