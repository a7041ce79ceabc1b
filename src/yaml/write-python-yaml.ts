import { analyseScalar, type ScalarAnalysis } from './analyse-scalar.ts';
import { compareCodePoints, countCodePoints } from './compare-code-points.ts';
import {
  createEmitter,
  type Emitter,
  type ScalarPlace,
  withDeeperIndent,
  writeIndent,
  writeIndicator,
  writePlainKey,
  writePlainWord,
} from './emitter.ts';
import { pythonIntText, yamlFloatText } from './python-number.ts';
import { type RepeatedMaps, writeRepeated } from './repeated-text.ts';
import { resolvePlainScalar } from './resolve-plain-scalar.ts';
import { canBeBlock, writeBlockText } from './write-block-text.ts';
import { writeBareScalar, writeTextScalar } from './write-scalar.ts';
import { isPythonFloat, type YamlTree } from './yaml-tree.ts';

/** Switches of PyYAML's `dump` that callers need. */
export interface WritePythonYamlOptions {
  /** Keys by code point, as `sort_keys=True`; the default. `false` keeps the order of the map. */
  readonly sortKeys?: boolean;
  /** Texts of several lines as literal blocks, for people to read; off by default, as in PyYAML. */
  readonly blockTexts?: boolean;
  /** Quotes what Go's YAML reads as a truth value or a number and PyYAML does not (`n`, `1e+21`); off by default. */
  readonly quoteForGo?: boolean;
}

/**
 * Writes one document: the text of PyYAML's `yaml.dump(value, sort_keys=True, default_flow_style=False)` for the same
 * tree (block style, width 80, indent 2, sequences not indented, ASCII only, no anchors).
 * A whole number prints as an int, any other number and every `pythonFloat` as a float.
 */
export function writePythonYaml(value: YamlTree, options: WritePythonYamlOptions = {}): string {
  return writePythonYamlDocuments([value], options);
}

/** Writes several documents with `---` between them: PyYAML's `yaml.dump_all`. */
export function writePythonYamlDocuments(values: readonly YamlTree[], options: WritePythonYamlOptions = {}): string {
  const emitter = createEmitter();
  const { sortKeys = true, blockTexts = false, quoteForGo = false } = options;
  const writing: Writing = { emitter, sortKeys, blockTexts, quoteForGo, words: new Map(), repeated: new Map() };
  values.forEach((value, index) => {
    if (index > 0) writeIndicator(emitter, '---', { needWhitespace: true });
    writeNode(writing, value, 'root');
    writeIndent(emitter);
  });
  if (emitter.openEnded) {
    writeIndicator(emitter, '...', { needWhitespace: true });
    writeIndent(emitter);
  }
  return emitter.text;
}

interface Writing {
  readonly emitter: Emitter;
  readonly sortKeys: boolean;
  readonly blockTexts: boolean;
  readonly quoteForGo: boolean;
  /** Whether words that came before need no quotes. */
  readonly words: Map<string, boolean>;
  readonly repeated: RepeatedMaps;
}

/** More than Go's YAML takes for other than text: quotes around text do no harm. */
const DOUBTFUL_IN_GO = /^(?:[yn]|[-+]?\.?\d[\w.:+-]*|[-+]?\.(?:inf|nan))$/i;

function analyseText({ quoteForGo }: Writing, text: string): ScalarAnalysis {
  const analysis = analyseScalar(text);
  return quoteForGo && DOUBTFUL_IN_GO.test(text) ? { ...analysis, allowPlain: false } : analysis;
}

/** Where a node stands; a sequence that is the value of a key on the same line is not indented. */
type NodePlace = 'root' | 'item' | 'value';

function writeNode(writing: Writing, value: YamlTree, place: NodePlace): void {
  const { emitter } = writing;
  const scalarPlace: ScalarPlace = place === 'root' ? 'root' : 'value';
  if (typeof value === 'string') {
    if (writing.blockTexts && place !== 'root' && canBeBlock(value)) writeBlockText(emitter, value);
    else writeTextScalar(emitter, value, scalarPlace, analyseText(writing, value));
  } else if (value === null || typeof value !== 'object') writeBareScalar(emitter, bareText(value), scalarPlace);
  else if (isPythonFloat(value)) writeBareScalar(emitter, yamlFloatText(value.pythonFloat), scalarPlace);
  else if (isSequence(value)) writeSequence(writing, value, place);
  else if (place === 'value' && !emitter.indention && !emitter.whitespace) {
    writeRepeated(emitter, writing.repeated, value, (other) => writeMapping({ ...writing, emitter: other }, value));
  } else writeMapping(writing, value);
}

/** `Array.isArray` alone does not narrow a read-only array out of a union. */
function isSequence(value: YamlTree): value is readonly YamlTree[] {
  return Array.isArray(value);
}

function bareText(value: null | boolean | number): string {
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? pythonIntText(value) : yamlFloatText(value);
}

function writeSequence(writing: Writing, items: readonly YamlTree[], place: NodePlace): void {
  const { emitter } = writing;
  if (items.length === 0) {
    writeEmptyCollection(emitter, '[', ']');
    return;
  }
  const indentless = place === 'value' && !emitter.indention;
  withDeeperIndent(emitter, indentless ? 'indentless' : 'block', () => {
    for (const item of items) {
      writeIndent(emitter);
      writeIndicator(emitter, '-', { needWhitespace: true, indention: true });
      writeNode(writing, item, 'item');
    }
  });
}

function writeMapping(writing: Writing, map: { readonly [key: string]: YamlTree }): void {
  const { emitter } = writing;
  const keys = Object.keys(map);
  if (keys.length === 0) {
    writeEmptyCollection(emitter, '{', '}');
    return;
  }
  if (writing.sortKeys) keys.sort(compareCodePoints);
  withDeeperIndent(emitter, 'block', () => {
    for (const key of keys) writeEntry(writing, key, map[key] as YamlTree);
  });
}

function writeEntry(writing: Writing, key: string, value: YamlTree): void {
  const { emitter } = writing;
  if (!emitter.indention && isPlainWord(writing, key)) writePlainKey(emitter, key);
  else {
    writeIndent(emitter);
    writeKey(writing, key);
  }
  if (typeof value === 'string' && !emitter.whitespace && isPlainWord(writing, value)) writePlainWord(emitter, value);
  else writeNode(writing, value, 'value');
}

const LONGEST_WORD = 80;

/** Whether a text is short, has no space and needs no quotes. Most are, and come again and again. */
function isPlainWord(writing: Writing, text: string): boolean {
  if (text.length > LONGEST_WORD) return false;
  let isPlain = writing.words.get(text);
  if (isPlain === undefined) {
    const analysis = analyseText(writing, text);
    isPlain = !analysis.empty && analysis.allowPlain && !text.includes(' ') && resolvePlainScalar(text) === 'text';
    writing.words.set(text, isPlain);
  }
  return isPlain;
}

/** PyYAML counts the unseen tag `!!str` into the 128 characters a key on one line may have. */
const LONGEST_SIMPLE_KEY = 127 - '!!str'.length;

function writeKey(writing: Writing, key: string): void {
  const { emitter } = writing;
  const analysis = analyseText(writing, key);
  if (
    !analysis.empty &&
    !analysis.multiline &&
    (key.length <= LONGEST_SIMPLE_KEY || countCodePoints(key) <= LONGEST_SIMPLE_KEY)
  ) {
    writeTextScalar(emitter, key, 'simple-key', analysis);
    writeIndicator(emitter, ':', { needWhitespace: false });
    return;
  }
  writeIndicator(emitter, '?', { needWhitespace: true, indention: true });
  writeTextScalar(emitter, key, 'value', analysis);
  writeIndent(emitter);
  writeIndicator(emitter, ':', { needWhitespace: true, indention: true });
}

function writeEmptyCollection(emitter: Emitter, open: string, close: string): void {
  writeIndicator(emitter, open, { needWhitespace: true });
  writeIndicator(emitter, close, { needWhitespace: false });
}
