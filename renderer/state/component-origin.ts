import type { UsableEntry } from '../../src/catalog/component-description.ts';
import { componentKeyOf } from '../../src/model/component-key.ts';
import type { ComponentRecord, PipelineDocument } from '../../src/model/document.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';

const SHIPPED = 'builtin:';

/** The record that embeds a catalog entry in a document, whose file is at `documentPath` (null: it has none yet). */
export function componentRecordOf(entry: UsableEntry, documentPath: string | null): ComponentRecord | undefined {
  const read = readForeignYamlExactly(entry.text);
  const spec = read.ok ? read.value.documents[0] : undefined;
  if (spec === undefined) return undefined;
  const key = componentKeyOf(entry.description.name, entry.digest);
  return { key, spec, origin: { path: originOfPath(entry.path, documentPath) } };
}

/**
 * How a document says where a component came from: relative to its own file, with `/`, so that a folder can be moved.
 * Shipped components, other drives and documents without a file keep the path as it is.
 */
export function originOfPath(path: string, documentPath: string | null): string {
  if (documentPath === null || path.startsWith(SHIPPED)) return path;
  const target = partsOf(path);
  const folder = partsOf(documentPath).slice(0, -1);
  if (target[0] !== folder[0]) return path;
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared += 1;
  const up = folder.slice(shared).map(() => '..');
  return [...up, ...target.slice(shared)].join('/');
}

/** The catalog path that an origin means; the inverse of `originOfPath`. */
export function pathOfOrigin(origin: string, documentPath: string | null): string {
  return documentPath !== null && isRelative(origin) ? resolveFrom(documentPath, origin) : origin;
}

/**
 * The document as a file at `after` says where its components came from, when it stood at `before` (null: nowhere yet).
 * The same object when nothing changes.
 */
export function rebaseOrigins(document: PipelineDocument, before: string | null, after: string): PipelineDocument {
  if (before === after) return document;
  const components = new Map(document.components);
  let isChanged = false;
  for (const [key, record] of document.components) {
    const written = record.origin?.path;
    const path = written === undefined ? undefined : originOfPath(pathOfOrigin(written, before), after);
    if (path === undefined || path === written) continue;
    components.set(key, { ...record, origin: { ...record.origin, path } });
    isChanged = true;
  }
  return isChanged ? { ...document, components } : document;
}

function isRelative(origin: string): boolean {
  return !origin.startsWith(SHIPPED) && !/^(?:[\\/]|[A-Za-z]:)/.test(origin);
}

function resolveFrom(documentPath: string, origin: string): string {
  const parts = partsOf(documentPath).slice(0, -1);
  for (const part of partsOf(origin)) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join(documentPath.includes('\\') ? '\\' : '/');
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]/);
}
