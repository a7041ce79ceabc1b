import { findYamlLine, type YamlPath } from '../../yaml/find-yaml-line.ts';
import { pythonRepr } from '../../yaml/python-text.ts';
import type { YamlNote } from '../../yaml/yaml-problem.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ComponentFix, ComponentProblem } from '../component-description.ts';
import type { ComponentProblemCode } from '../problem-codes.ts';
import type { LocatedProblem } from '../problem-list.ts';
import { isTreeList, isTreeMap, type TreeMap } from '../tree.ts';
import { pathText } from '../yaml-path.ts';

/** Longest piece of a value that is quoted in a problem. */
const LONGEST_QUOTE = 60;

/** The text a tree was read from, with what PyYAML would see differently than a tree can say. */
export interface SourceText {
  readonly text: string;
  readonly notes: readonly YamlNote[];
}

/**
 * Reads values strictly and collects what is wrong with them. Each reading function gives undefined after it has
 * reported a problem, so that one wrong value does not hide the others. KFP SDK: `v1_modelbase`.
 */
export interface StrictReader {
  readonly problems: readonly LocatedProblem[];
  report(code: ComponentProblemCode, values: ComponentProblem['values'], path: YamlPath, fix?: ComponentFix): void;
  map(value: YamlTree, path: YamlPath): TreeMap | undefined;
  list(value: YamlTree, path: YamlPath): readonly YamlTree[] | undefined;
  text(value: YamlTree, path: YamlPath): string | undefined;
  /** A map whose keys and values must be text. */
  textMap(value: YamlTree, path: YamlPath): { readonly [key: string]: string };
  /** Reports every key that is not among the known ones. */
  knownKeys(map: TreeMap, known: readonly string[], path: YamlPath): void;
  /** Reports every key that YAML does not read as text. */
  textKeys(map: TreeMap, path: YamlPath): void;
  /** Whether YAML reads this text as a date, which Python makes a date object. */
  isDate(value: YamlTree, path: YamlPath): boolean;
}

/** Creates a reader. Without a source (an embedded component) every text counts as text. */
export function createStrictReader(source: SourceText | undefined): StrictReader {
  const problems: LocatedProblem[] = [];
  const report: StrictReader['report'] = (code, values, path, fix) => {
    problems.push({ code, values, path, ...(fix === undefined ? {} : { fix }) });
  };
  const isDate: StrictReader['isDate'] = (value, path) => isNoted(source, 'timestamp', value, path);
  const expected = (code: ComponentProblemCode, value: YamlTree, path: YamlPath): undefined => {
    report(code, { where: pathText(path), found: quoteValue(value) }, path);
  };
  const reader: StrictReader = {
    problems,
    report,
    isDate,
    map: (value, path) => (isTreeMap(value) ? value : expected('not-map', value, path)),
    list: (value, path) => (isTreeList(value) ? value : expected('not-list', value, path)),
    text: (value, path) =>
      typeof value === 'string' && !isDate(value, path) ? value : expected('not-text', value, path),
    textMap: (value, path) => readTextMap(reader, value, path),
    knownKeys: (map, known, path) => {
      for (const key of Object.keys(map)) {
        if (known.includes(key)) continue;
        const code = path.length === 0 ? 'unknown-key-top' : 'unknown-key';
        report(code, { key, where: pathText(path) }, [...path, key]);
      }
    },
    textKeys: (map, path) => {
      for (const key of Object.keys(map)) {
        const keyPath = [...path, key];
        if (isNoted(source, 'non-string-key', key, keyPath))
          report('key-not-text', { key, where: pathText(path) }, keyPath);
      }
    },
  };
  return reader;
}

/** A value as a short piece of Python, the way the SDK's own messages show it. */
export function quoteValue(value: YamlTree): string {
  const text = pythonRepr(value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
}

function readTextMap(reader: StrictReader, value: YamlTree, path: YamlPath): { readonly [key: string]: string } {
  const map = reader.map(value, path);
  if (map === undefined) return {};
  reader.textKeys(map, path);
  const entries: [string, string][] = [];
  for (const [key, item] of Object.entries(map)) {
    const text = reader.text(item, [...path, key]);
    if (text !== undefined) entries.push([key, text]);
  }
  return Object.fromEntries(entries);
}

/** A note belongs to a path when it tells of the same text on the entry's line or, for a value below its key, the next. */
function isNoted(source: SourceText | undefined, code: YamlNote['code'], value: YamlTree, path: YamlPath): boolean {
  const candidates = source?.notes.filter((note) => note.code === code && note.detail === value) ?? [];
  if (source === undefined || candidates.length === 0) return false;
  const line = findYamlLine(source.text, path);
  return line === undefined || candidates.some((note) => note.line === line || note.line === line + 1);
}
