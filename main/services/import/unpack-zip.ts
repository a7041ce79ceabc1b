import { inflateRawSync } from 'node:zlib';
import type { PackedFile } from './unpack-tar.ts';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a zip archive that are wanted by name, none larger than `limit` bytes. PKWARE APPNOTE: read by the
 * central directory. Throws what zlib throws for damaged content; other damage gives fewer files.
 */
export function unpackZip(archive: Buffer, isWanted: (name: string) => boolean, limit: number): readonly PackedFile[] {
  const end = findEnd(archive);
  if (end === undefined) return [];
  const files: PackedFile[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0 && isEntry(archive, at); left -= 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const content = isWanted(name) ? readEntry(archive, at, limit) : undefined;
    if (content !== undefined) files.push({ name, content });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function isEntry(archive: Buffer, at: number): boolean {
  return at + 46 <= archive.length && archive.readUInt32LE(at) === ENTRY_SIGNATURE;
}

function findEnd(archive: Buffer): number | undefined {
  const first = Math.max(0, archive.length - END_SIZE - LONGEST_COMMENT);
  for (let at = archive.length - END_SIZE; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return undefined;
}

function readEntry(archive: Buffer, entry: number, limit: number): Uint8Array | undefined {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const header = archive.readUInt32LE(entry + 42);
  if (header + 30 > archive.length) return undefined;
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const content = archive.subarray(start, start + size);
  if (content.length < size) return undefined;
  if (method === DEFLATED) return inflateRawSync(content, { maxOutputLength: limit });
  return method === STORED && size <= limit ? content : undefined;
}
