import { type BuiltDocument, buildDocuments } from './build-documents.ts';
import { checkCharacters } from './check-characters.ts';
import { parseYamlEvents } from './parse-yaml-events.ts';
import type { YamlNote, YamlProblem } from './yaml-problem.ts';
import type { YamlTree } from './yaml-tree.ts';

/** A JSON-like tree whose numbers are plain: `5.0` and `5` are both 5. */
export type PlainTree = null | boolean | number | string | readonly PlainTree[] | { readonly [key: string]: PlainTree };

/** Bounds that keep hostile files from taking the memory or the time of the app. */
export interface YamlLimits {
  /** Longest text, in UTF-16 units. Default 10,000,000. */
  readonly maxCharacters?: number;
  /** Most nodes over all documents with every alias expanded. Default 1,000,000. */
  readonly maxNodes?: number;
  /** Deepest nesting of collections. Default 200. */
  readonly maxDepth?: number;
}

/** What a text held. */
export interface ForeignYaml<Tree> {
  /** One tree for each document, in order; an empty text has none. */
  readonly documents: readonly Tree[];
  /** 1-based line on which each document's content begins. */
  readonly documentLines: readonly number[];
  readonly notes: readonly YamlNote[];
}

/** Success with the trees, or the first thing that makes the text unreadable. */
export type ReadYamlResult<Tree> =
  | { readonly ok: true; readonly value: ForeignYaml<Tree> }
  | { readonly ok: false; readonly error: YamlProblem };

/**
 * Reads YAML as PyYAML's `SafeLoader` does (YAML 1.1: `yes` is true, `017` is 15, `12:30` is 750, `1e5` is text, merge
 * keys, the later of two equal keys wins). Numbers are plain. Never throws for any text.
 *
 * Known to differ from PyYAML: unescaped NEL, LS and PS do not break lines; the indentation indicator of a block scalar
 * that is the whole document counts as YAML 1.2 says; `{?key: x}` has the key `?key`; text right behind `]`, `}` or
 * an anchor's name is refused.
 */
export function readForeignYaml(text: string, limits: YamlLimits = {}): ReadYamlResult<PlainTree> {
  // Without marked floats the trees hold plain numbers only.
  return read(text, limits, false) as ReadYamlResult<PlainTree>;
}

/** As `readForeignYaml`, but every float is a `PythonFloat`, so that `5.0` and `5` differ. */
export function readForeignYamlExactly(text: string, limits: YamlLimits = {}): ReadYamlResult<YamlTree> {
  return read(text, limits, true);
}

function read(text: string, limits: YamlLimits, markFloats: boolean): ReadYamlResult<YamlTree> {
  const { maxCharacters = 10_000_000, maxNodes = 1_000_000, maxDepth = 200 } = limits;
  const bad = checkCharacters(text, maxCharacters);
  if (bad !== undefined) return { ok: false, error: bad };
  const parsed = parseYamlEvents(text.startsWith('\ufeff') ? text.slice(1) : text, maxDepth);
  if (!parsed.ok) return parsed;
  const { events, source, lines } = parsed.value;
  const built = buildDocuments(events, { source, lines, maxNodes, markFloats });
  if (!built.ok) return built;
  return { ok: true, value: toForeignYaml(built.value.documents, built.value.notes) };
}

function toForeignYaml(documents: readonly BuiltDocument[], notes: readonly YamlNote[]): ForeignYaml<YamlTree> {
  return {
    documents: documents.map((document) => document.tree),
    documentLines: documents.map((document) => document.line),
    notes,
  };
}
