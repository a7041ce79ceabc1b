/** A file of a package. */
export interface PackedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

const BLOCK = 512;
const decoder = new TextDecoder();

/** The plain files of a tar archive, in their order. POSIX: ustar headers of 512 bytes. What is cut off is left out. */
export function unpackTar(archive: Uint8Array): readonly PackedFile[] {
  const files: PackedFile[] = [];
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    const size = Number.parseInt(textOf(header.subarray(124, 136)), 8);
    if (header[0] === 0 || !Number.isSafeInteger(size) || size < 0) break;
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) break;
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'L') longName = textOf(content);
    else if (type === '0' || type === '\0') files.push({ name: longName ?? nameOf(header), content });
    if (type !== 'L') longName = undefined;
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function nameOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100));
  const prefix = textOf(header.subarray(257, 262)) === 'ustar' ? textOf(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** A field ends with its first zero byte. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end)).trim();
}
