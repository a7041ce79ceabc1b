import { open } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { HostError } from '../../../src/api/errors.ts';
import type { ImportNote } from '../../../src/import/import-result.ts';
import { failure, type Result, success } from '../../../src/model/result.ts';
import { TEXT_LIMIT_BYTES } from '../files/read-text-file.ts';
import { errnoOf } from '../support/node-errors.ts';
import { type PackedFile, unpackTar } from './unpack-tar.ts';
import { unpackZip } from './unpack-zip.ts';

/** The most a package may hold unpacked, in bytes. */
export const UNPACKED_LIMIT_BYTES = 64 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/**
 * The text of a file to import. A package of Kubeflow (`.zip`, `.tar.gz`, by content) gives its pipeline. Fails with
 * `not-a-file`, `too-large` and `not-text`; a package that is damaged or has no pipeline is a note.
 */
export async function readSourceFile(path: string): Promise<Result<string, ImportNote>> {
  const content = await readLimited(path);
  if (!isZip(content) && !isGzip(content)) return success(decode(path, content));
  const unpacked = unpack(path, content);
  return unpacked.ok ? success(decode(path, unpacked.value)) : unpacked;
}

async function readLimited(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new HostError('not-a-file', { path });
    if (found.size > TEXT_LIMIT_BYTES) throw tooLarge(path, found.size);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function tooLarge(path: string, bytes: number): HostError {
  const limit = TEXT_LIMIT_BYTES / MEGABYTE;
  return new HostError('too-large', { path, megabytes: Math.ceil(bytes / MEGABYTE), limit });
}

function isZip(content: Buffer): boolean {
  return content.length > 4 && content.readUInt32LE(0) === 0x04034b50;
}

function isGzip(content: Buffer): boolean {
  return content[0] === 0x1f && content[1] === 0x8b;
}

function unpack(path: string, content: Buffer): Result<Uint8Array, ImportNote> {
  try {
    const pipeline = choosePipeline(unpackFiles(content));
    return pipeline === undefined ? failure(note('package-without-pipeline')) : success(pipeline.content);
  } catch (error) {
    if (errnoOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path, UNPACKED_LIMIT_BYTES + 1);
    if (errnoOf(error) === undefined && !(error instanceof RangeError)) throw error;
    return failure(note('package-damaged'));
  }
}

function note(code: string): ImportNote {
  return { code, values: {} };
}

function unpackFiles(content: Buffer): readonly PackedFile[] {
  if (isZip(content)) return unpackZip(content, isYamlName, UNPACKED_LIMIT_BYTES);
  const unpacked = gunzipSync(content, { maxOutputLength: UNPACKED_LIMIT_BYTES });
  const files = unpackTar(unpacked).filter(({ name }) => isYamlName(name));
  return files.length > 0 ? files : [{ name: 'pipeline.yaml', content: unpacked }];
}

function isYamlName(name: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(name);
}

/** KFP backend: `pipeline.yaml`, otherwise the first file. */
function choosePipeline(files: readonly PackedFile[]): PackedFile | undefined {
  return files.find(({ name }) => /^(?:\.\/)?pipeline\.yaml$/.test(name)) ?? files[0];
}

function decode(path: string, content: Uint8Array): string {
  if (content.includes(0)) throw new HostError('not-text', { path, reason: 'binary' });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new HostError('not-text', { path, reason: 'not-utf-8' });
  }
}
