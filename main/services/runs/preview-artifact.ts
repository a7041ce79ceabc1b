import { open, readdir, stat } from 'node:fs/promises';
import type { Preview } from '../../../src/api/results.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import { parseJson } from '../../../src/run/parse-json.ts';
import type { OutputValue } from '../../../src/run/run-state.ts';

const TEXT_LIMIT_BYTES = 1024 * 1024;
const IMAGE_LIMIT_BYTES = 8 * 1024 * 1024;
const FOLDER_LIMIT = 1000;

/** Shows an artifact by its type and its content. HTML gets an address of its own from `publish`. */
export async function previewArtifact(
  artifact: OutputValue & { readonly kind: 'artifact' },
  publish: (path: string) => Promise<string>,
): Promise<Preview> {
  const path = artifact.path ?? artifact.uri;
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return previewMetadata(artifact) ?? { kind: 'absent', size: 0, truncated: false, path };
  if (found.isDirectory()) return await previewFolder(path);
  const { size } = found;
  const head = await readHead(path, Math.min(size, TEXT_LIMIT_BYTES));
  const mediaType = imageType(head);
  if (mediaType !== undefined) return await previewImage(path, size, mediaType);
  if (head.subarray(0, 8000).includes(0)) return { kind: 'binary', size, truncated: false, path };
  const place = { size, truncated: size > head.length, path };
  return await previewText(artifact.schemaTitle, head.toString('utf8'), place, publish);
}

type Place = { readonly size: number; readonly truncated: boolean; readonly path: string };

async function previewText(
  schemaTitle: string,
  text: string,
  place: Place,
  publish: (path: string) => Promise<string>,
): Promise<Preview> {
  if (schemaTitle === 'system.HTML' || /^\s*(<!doctype html|<html)/i.test(text)) {
    return { kind: 'html', address: await publish(place.path), text, ...place };
  }
  if (/^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/i.test(text))
    return { kind: 'html', address: await publish(place.path), text, ...place };
  if (schemaTitle === 'system.Markdown') return { kind: 'markdown', text, ...place };
  const json = place.truncated ? undefined : parseJson(text);
  if (schemaTitle.endsWith('Metrics') && isMap(json)) return { kind: 'metrics', metrics: json, ...place };
  if (typeof json === 'object' && json !== null) return { kind: 'json', text, ...place };
  const delimiter = findDelimiter(text);
  return delimiter === undefined ? { kind: 'text', text, ...place } : { kind: 'table', text, delimiter, ...place };
}

function isMap(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Metrics of Python components live in the artifact's metadata, with no file behind them. */
function previewMetadata(artifact: OutputValue & { readonly kind: 'artifact' }): Preview | undefined {
  const { metadata = {} } = artifact;
  if (Object.keys(metadata).length === 0) return undefined;
  return { kind: 'metrics', metrics: metadata, size: 0, truncated: false };
}

/** A table has the same number of separators in its first lines. */
function findDelimiter(text: string): ',' | '\t' | undefined {
  const lines = text.split(/\r?\n/, 6).filter((line) => line !== '');
  return ([',', '\t'] as const).find((delimiter) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length);
    return lines.length > 1 && (counts[0] ?? 0) > 1 && counts.every((count) => count === counts[0]);
  });
}

async function readHead(path: string, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const IMAGE_STARTS: readonly (readonly [string, string])[] = [
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['47494638', 'image/gif'],
];

function imageType(head: Buffer): string | undefined {
  const start = head.subarray(0, 12).toString('hex');
  if (start.startsWith('52494646') && start.slice(16) === '57454250') return 'image/webp';
  return IMAGE_STARTS.find(([magic]) => start.startsWith(magic))?.[1];
}

async function previewImage(path: string, size: number, mediaType: string): Promise<Preview> {
  if (size > IMAGE_LIMIT_BYTES) return { kind: 'binary', size, truncated: true, path };
  const base64 = (await readHead(path, size)).toString('base64');
  return { kind: 'image', mediaType, base64, size, truncated: false, path };
}

async function previewFolder(path: string): Promise<Preview> {
  const names = (await readdir(path)).sort();
  const truncated = names.length > FOLDER_LIMIT;
  return { kind: 'folder', entries: names.slice(0, FOLDER_LIMIT), size: names.length, truncated, path };
}
