import {
  type AliasEvent,
  COLLECTION_STYLE,
  type DocumentEvent,
  EVENT_ID,
  type Event,
  type MappingEvent,
  type SequenceEvent,
} from 'js-yaml';
import { buildScalar } from './build-scalar.ts';
import {
  addAnchor,
  type Builder,
  type BuildOptions,
  type BuiltNode,
  createBuilder,
  type Frame,
  fail,
  spend,
} from './builder.ts';
import { closeMapping } from './close-mapping.ts';
import { resolveTag } from './resolve-tag.ts';
import type { YamlNote, YamlProblem } from './yaml-problem.ts';
import type { YamlTree } from './yaml-tree.ts';

/** One document's tree and the 1-based line its content begins on. */
export interface BuiltDocument {
  readonly tree: YamlTree;
  readonly line: number;
}

/** Builds the trees of an event stream without recursion; stops at the first problem. */
export function buildDocuments(
  events: readonly Event[],
  options: BuildOptions,
):
  | {
      readonly ok: true;
      readonly value: { readonly documents: readonly BuiltDocument[]; readonly notes: readonly YamlNote[] };
    }
  | { readonly ok: false; readonly error: YamlProblem } {
  const builder = createBuilder(options);
  const documents: BuiltDocument[] = [];
  for (const event of events) {
    if (builder.problem !== undefined) break;
    const node = step(builder, event);
    if (node !== undefined) place(builder, node, documents);
  }
  if (builder.problem !== undefined) return { ok: false, error: builder.problem };
  return { ok: true, value: { documents, notes: builder.notes } };
}

/** Handles one event; gives the node it completes, if it completes one. */
function step(builder: Builder, event: Event): BuiltNode | undefined {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      openDocument(builder, event);
      return undefined;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      openCollection(builder, event);
      return undefined;
    case EVENT_ID.SCALAR:
      return spend(builder, 1, event.valueStart) ? buildScalar(builder, event) : undefined;
    case EVENT_ID.ALIAS:
      return followAlias(builder, event);
    case EVENT_ID.POP:
      return closeFrame(builder);
  }
}

function openDocument(builder: Builder, event: DocumentEvent): void {
  builder.anchors.clear();
  builder.directives = event.directives;
  builder.frames.push({ kind: 'document' });
}

function openCollection(builder: Builder, event: SequenceEvent | MappingEvent): void {
  const { source } = builder.options;
  builder.lastOffset = event.start;
  if (!spend(builder, 1, event.start)) return;
  const anchor = event.anchorStart < 0 ? undefined : source.slice(event.anchorStart, event.anchorEnd);
  const kind = event.type === EVENT_ID.SEQUENCE ? 'sequence' : 'mapping';
  if (event.tagStart >= 0)
    checkCollectionTag(builder, source.slice(event.tagStart, event.tagEnd), kind, event.tagStart);
  if (anchor !== undefined) addAnchor(builder, anchor, 'open', event.anchorStart);
  const shared = { anchor, offset: event.start, flow: event.style === COLLECTION_STYLE.FLOW };
  builder.frames.push(
    kind === 'sequence' ? { kind, items: [], ...shared } : { kind, key: undefined, entries: [], merges: [], ...shared },
  );
}

const UNSUPPORTED_COLLECTIONS = new Set(['set', 'omap', 'pairs']);
const SCALAR_TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'timestamp', 'binary']);

function checkCollectionTag(builder: Builder, written: string, kind: 'sequence' | 'mapping', offset: number): void {
  const tag = resolveTag(written, builder.directives);
  if (tag === '!' || tag === (kind === 'sequence' ? 'seq' : 'map')) return;
  if (UNSUPPORTED_COLLECTIONS.has(tag)) fail(builder, 'unsupported-tag', offset, written);
  else if (SCALAR_TAGS.has(tag) || tag === 'seq' || tag === 'map') fail(builder, 'bad-value', offset, written);
  else fail(builder, 'unknown-tag', offset, written);
}

function followAlias(builder: Builder, event: AliasEvent): BuiltNode | undefined {
  const name = builder.options.source.slice(event.anchorStart, event.anchorEnd);
  const node = builder.anchors.get(name);
  if (node === undefined) fail(builder, 'unknown-alias', event.anchorStart, name);
  else if (node === 'open') fail(builder, 'recursive-alias', event.anchorStart, name);
  else if (spend(builder, node.size, event.anchorStart)) return { ...node, offset: event.anchorStart };
  return undefined;
}

function closeFrame(builder: Builder): BuiltNode | undefined {
  const frame = builder.frames.pop() as Frame;
  if (frame.kind === 'document') return undefined;
  const node = frame.kind === 'sequence' ? closeSequence(frame) : closeMapping(builder, frame);
  if (frame.anchor !== undefined) builder.anchors.set(frame.anchor, node);
  return node;
}

function closeSequence(frame: Extract<Frame, { kind: 'sequence' }>): BuiltNode {
  const size = frame.items.reduce((sum, item) => sum + item.size, 1);
  const tree = frame.items.map((item) => item.tree);
  return { kind: 'sequence', tree, size, offset: frame.offset, items: frame.items };
}

/** Puts a finished node where it belongs: a document, a sequence, or a mapping's key or value. */
function place(builder: Builder, node: BuiltNode, documents: BuiltDocument[]): void {
  const frame = builder.frames.at(-1) as Frame;
  if (frame.kind === 'document') checkRoot(builder, node, documents);
  else if (frame.kind === 'sequence') frame.items.push(checkValue(builder, node));
  else if (frame.key === undefined) frame.key = node;
  else {
    if (frame.key.scalar === 'merge') frame.merges.push(node);
    else frame.entries.push({ key: frame.key, value: checkValue(builder, node) });
    frame.key = undefined;
  }
}

function checkRoot(builder: Builder, node: BuiltNode, documents: BuiltDocument[]): void {
  documents.push({ tree: checkValue(builder, node).tree, line: builder.options.lines.placeOf(node.offset).line });
}

/** `<<` and `=` mean something as keys only; PyYAML has no value for them. */
function checkValue(builder: Builder, node: BuiltNode): BuiltNode {
  if (node.scalar === 'merge' || node.scalar === 'value') fail(builder, 'bad-value', node.offset, String(node.tree));
  return node;
}
