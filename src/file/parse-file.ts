import type { PipelineDocument } from '../model/document.ts';
import { failure, type Result, success } from '../model/result.ts';
import { checkText } from './check-text.ts';
import type { FileFailure, FileProblem } from './file-problem.ts';
import type { FileSource } from './file-source.ts';
import { API_VERSION, type FileKind } from './format-version.ts';
import { migrateText } from './migrations/migrate-text.ts';
import { type NormalisedText, normaliseText } from './normalise-text.ts';
import { readDocument } from './read/read-document.ts';
import { reuseRecords } from './read/reuse-records.ts';
import { parseYamlText, readSource, type YamlText } from './read-source.ts';
import { recoverText } from './recover-text.ts';
import { entryOf, type SourceMap, type SourceScalar } from './source-node.ts';
import { documentTree } from './tree/document-tree.ts';

/** A file that was opened, as far as it could be read. */
export interface ParsedFile {
  readonly document: PipelineDocument;
  /** What could not be read as it stands. */
  readonly diagnostics: readonly FileProblem[];
  /** Set where saving would lose what this version does not understand. */
  readonly readOnly?: 'newer-version';
  /** Parts of the text were unreadable and are not in the document: ask before the file is overwritten. */
  readonly damaged: boolean;
  /** The file was of an older version and was brought to the newest one. */
  readonly migrated: boolean;
  /** For `printPipelineFile`, so that comments and everything unchanged stay as they are. */
  readonly source: FileSource;
}

export interface ParseOptions {
  /** The document this file was before: ids are kept by name path, unchanged records are the same objects. */
  readonly previous?: PipelineDocument;
}

/**
 * Reads a `*.pipeline.yaml`. Opens as far as it can: a broken part, a broken reference or an unknown field is a
 * diagnostic. Fails only where there is no pipeline to be shown (`FileFailure` says why).
 */
export function parsePipelineFile(text: string, options: ParseOptions = {}): Result<ParsedFile, FileFailure> {
  return parseFile(text, 'Pipeline', options.previous);
}

/** Reads any file of ours of the given kind. */
export function parseFile(raw: string, kind: FileKind, previous?: PipelineDocument): Result<ParsedFile, FileFailure> {
  const normalised = normaliseText(raw);
  const unfit = checkText(normalised.text);
  if (unfit !== undefined) return failure(unfit);
  return parseNormalised(normalised, kind, previous);
}

function parseNormalised(
  original: NormalisedText,
  kind: FileKind,
  previous: PipelineDocument | undefined,
): Result<ParsedFile, FileFailure> {
  const problems: FileProblem[] = [];
  const first = parseYamlText(original.text);
  if (first.document.errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')) {
    return failure({ code: 'too-deep', values: {} });
  }
  const readable = readableText(original, first, problems);
  const outcome = readRoot(readable.yaml, kind, problems);
  if (!outcome.ok) return outcome;
  const { root, movable, imprecise } = outcome.value;
  for (const { text, line } of imprecise) problems.push({ code: 'imprecise-number', values: { value: text }, line });
  const read = readDocument(root, problems, previous);
  const document = previous === undefined ? read : reuseRecords(previous, read);
  const { normalised, yaml, broken, migrated } = readable;
  const source: FileSource = {
    normalised,
    root,
    tree: documentTree(document, kind),
    mergeable: !broken && movable && isMergeable(yaml),
  };
  const newer = versionOf(root) !== API_VERSION;
  const parsed = { document, diagnostics: problems, damaged: broken, migrated, source };
  return success(newer ? { ...parsed, readOnly: 'newer-version' } : parsed);
}

interface ReadableText {
  readonly normalised: NormalisedText;
  readonly yaml: YamlText;
  readonly broken: boolean;
  readonly migrated: boolean;
}

/** Text that YAML can read: broken parts blanked, an older version brought to the newest one. */
function readableText(original: NormalisedText, first: YamlText, problems: FileProblem[]): ReadableText {
  let normalised = original;
  let yaml = first;
  const broken = yaml.document.errors.length > 0;
  const extra = yaml.document.errors.find((error) => error.code === 'MULTIPLE_DOCS');
  if (extra !== undefined) {
    problems.push({ code: 'extra-document', values: {}, line: extra.linePos?.[0].line ?? 1 });
    normalised = { ...normalised, text: normalised.text.slice(0, extra.pos[0]) };
    yaml = parseYamlText(normalised.text);
  }
  if (yaml.document.errors.length > 0) {
    const recovered = recoverText(normalised.text);
    for (const { line, reason } of recovered.broken) problems.push({ code: 'syntax', values: { reason }, line });
    normalised = { ...normalised, text: recovered.text };
    yaml = parseYamlText(normalised.text);
  }
  const migrated = migrateText(yaml);
  if (migrated === undefined) return { normalised, yaml, broken, migrated: false };
  normalised = { ...normalised, text: migrated };
  return { normalised, yaml: parseYamlText(migrated), broken, migrated: true };
}

/** Stands for a kind that a file does not name. */
const NOTHING_FOUND = '–';

interface Root {
  readonly root: SourceMap;
  readonly movable: boolean;
  readonly imprecise: readonly SourceScalar[];
}

function readRoot(yaml: YamlText, kind: FileKind, problems: readonly FileProblem[]): Result<Root, FileFailure> {
  const outcome = readSource(yaml);
  if (outcome.kind === 'bomb') return failure({ code: 'yaml-bomb', values: {} });
  const root = outcome.node;
  const syntax = problems.find(({ code }) => code === 'syntax');
  if (root.kind !== 'map') return failure(syntax === undefined ? foundNothing(kind) : notYaml(syntax));
  const found = textOf(root, 'kind');
  const version = versionOf(root);
  if (found === kind && version.startsWith('pipewright.dev/'))
    return success({ root, movable: outcome.movable, imprecise: outcome.imprecise });
  if (syntax !== undefined && (found === '' || version === '')) return failure(notYaml(syntax));
  return failure({ code: wrongKind(kind), values: { found: `${version} ${found}`.trim() || NOTHING_FOUND } });
}

/** What could not be read took the words with it that say what the file is. */
function notYaml({ values, line }: FileProblem): FileFailure {
  return { code: 'not-yaml', values: { ...values, line }, line };
}

function foundNothing(kind: FileKind): FileFailure {
  return { code: wrongKind(kind), values: { found: NOTHING_FOUND } };
}

function wrongKind(kind: FileKind): FileFailure['code'] {
  return kind === 'Pipeline' ? 'not-a-pipeline' : 'not-a-fragment';
}

function versionOf(root: SourceMap): string {
  return textOf(root, 'apiVersion');
}

function textOf(root: SourceMap, key: string): string {
  const value = entryOf(root, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : '';
}

/** Whether the text can be kept piece by piece: it is one whole document of pieces that can be moved. */
function isMergeable({ text, document }: YamlText): boolean {
  const [, end = text.length] = document.contents?.range ?? [];
  return !/^(?:---|\.\.\.)/m.test(text.slice(end));
}
