import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createImport } from '../../../main/services/import/create-import.ts';
import { readSourceFile } from '../../../main/services/import/read-source-file.ts';
import { unpackTar } from '../../../main/services/import/unpack-tar.ts';
import { unpackZip } from '../../../main/services/import/unpack-zip.ts';
import { createPathAccess } from '../../../main/services/paths/path-access.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import { sentence } from '../../../src/words/sentences.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const me = { clientId: 'me' };
const GRAPH = 'name: A graph\nimplementation: {graph: {tasks: {}}}\n';

interface Entry {
  readonly name: string;
  readonly content: string | Buffer;
  readonly isStored?: boolean;
}

function tarOf(entries: readonly Entry[]): Buffer {
  const parts = entries.flatMap(({ name, content }) => {
    const body = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('0', 156);
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, content, isStored } of entries) {
    const plain = Buffer.from(content);
    const packed = isStored ? plain : deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\0\0', 'latin1'), fields, tail, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

async function fileOf(content: string | Buffer): Promise<string> {
  const path = join(await makeTemporaryFolder(), 'source');
  await writeFile(path, content);
  return path;
}

describe('packages', () => {
  const other = { name: 'a.yaml', content: 'other' };
  const wanted = { name: 'pipeline.yaml', content: GRAPH };

  test.each([
    ['a zip', zipOf([other, wanted])],
    ['a zip without compression', zipOf([other, { ...wanted, isStored: true }])],
    ['a tar.gz', gzipSync(tarOf([other, wanted]))],
    ['a tar.gz made in its folder', gzipSync(tarOf([other, { ...wanted, name: './pipeline.yaml' }]))],
    [
      'a zip with another name in it',
      zipOf([
        { name: 'readme.md', content: 'x' },
        { ...wanted, name: 'x/compiled.yml' },
      ]),
    ],
    ['a compressed file', gzipSync(GRAPH)],
    ['a file', Buffer.from(GRAPH)],
  ])('%s gives its pipeline', async (_name, content) => {
    expect(await readSourceFile(await fileOf(content))).toEqual({ ok: true, value: GRAPH });
  });

  test.each([
    ['too-large', gzipSync(Buffer.alloc(65 * 1024 * 1024))],
    ['too-large', zipOf([{ name: 'pipeline.yaml', content: Buffer.alloc(65 * 1024 * 1024) }])],
    ['not-text', Buffer.from([0xff, 0xfe, 0x41, 0])],
    ['not-text', Buffer.from([0xc3, 0x28])],
  ])('%s', async (code, content) => {
    await expect(readSourceFile(await fileOf(content))).rejects.toMatchObject({ failure: { code } });
  });

  test.each([
    ['package-without-pipeline', zipOf([{ name: 'readme.md', content: 'x' }])],
    ['package-without-pipeline', zipOf([wanted]).subarray(0, 60)],
    ['package-damaged', gzipSync(tarOf([wanted])).subarray(0, 40)],
  ])('%s is told', async (code, content) => {
    expect(await readSourceFile(await fileOf(content))).toEqual({ ok: false, error: { code, values: {} } });
    expect(sentence('fr', `import.${code}`)).not.toBe(`import.${code}`);
  });

  test('damaged ones never do more than fail', () => {
    const zip = zipOf([other, wanted]);
    const tar = tarOf([other, wanted]);
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.nat(255), fc.nat(), (at, byte, cut) => {
        for (const [whole, unpack] of [
          [zip, (bytes: Buffer) => unpackZip(bytes, () => true, 10_000)],
          [tar, (bytes: Buffer) => unpackTar(bytes)],
        ] as const) {
          const damaged = Buffer.from(
            whole.subarray(0, cut % 3 === 0 ? whole.length - (cut % whole.length) : whole.length),
          );
          if (damaged.length > at) damaged[at] = byte;
          try {
            expect(unpack(damaged).length).toBeLessThanOrEqual(2);
          } catch (error) {
            expect((error as { code?: string }).code).toMatch(/^(?:Z_|ERR_)/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the method', () => {
  const ELYRA = JSON.stringify({
    pipelines: [
      {
        id: 'p',
        nodes: ['add.yaml', '/etc/hostname', '../out.yaml', 'https://example.org/c.yaml'].map(
          (component_source, index) => ({
            id: `n${index}`,
            type: 'execution_node',
            op: 'x:1',
            app_data: { component_parameters: {}, component_source },
          }),
        ),
      },
    ],
  });

  async function open() {
    const folder = await makeTemporaryFolder();
    const { handlers } = createImport({ access: createPathAccess({ folders: [folder] }) });
    return { folder, read: handlers['import.read'] };
  }

  test('gives a native file for a text or for a path', async () => {
    const { folder, read } = await open();
    await writeFile(join(folder, 'x'), GRAPH);
    const byPath = await read({ path: join(folder, 'x') }, me);
    expect(byPath).toEqual(await read({ text: GRAPH }, me));
    expect(byPath).toMatchObject({ imported: true, kind: 'graph-component', title: 'A graph', notes: [] });
    expect(byPath.imported && parsePipelineFile(byPath.text).ok).toBe(true);
  });

  test('says why there is none', async () => {
    const { read } = await open();
    expect(await read({ text: 'hello' }, me)).toEqual({
      imported: false,
      notes: [{ code: 'not-recognised', values: {} }],
    });
  });

  test('reads nothing outside of what was opened', async () => {
    const { folder, read } = await open();
    await symlink('/etc/hostname', join(folder, 'link'));
    for (const path of ['/etc/hostname', join(folder, 'link'), join(folder, '..', 'x')]) {
      await expect(read({ path }, me), path).rejects.toMatchObject({ failure: { code: 'outside-workspace' } });
    }
  });

  test('finds components beside an Elyra pipeline, and nowhere else', async () => {
    const { folder, read } = await open();
    await writeFile(join(folder, 'a.pipeline'), ELYRA);
    await writeFile(join(folder, 'add.yaml'), 'name: Add\nimplementation: {container: {image: a}}\n');
    const result = await read({ path: join(folder, 'a.pipeline') }, me);
    expect(result.notes.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'elyra-component-elsewhere'));
    expect(result.imported && result.text).toContain('component: add@');
  });
});
