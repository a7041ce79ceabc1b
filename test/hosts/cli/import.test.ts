import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../services/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const penguins = fileURLToPath(new URL('../../../assets/examples/penguins/penguins.pipeline.yaml', import.meta.url));

async function compiled(): Promise<string> {
  const folder = await makeTemporaryFolder();
  const { code } = await runCli(['compile', penguins, '-o', 'strange-name.txt'], { folder });
  expect(code).toBe(0);
  return folder;
}

test('compiled YAML comes in, whatever its name, and compiles to the same', async () => {
  const folder = await compiled();
  const { code, stdout, stderr } = await runCli(['import', 'strange-name.txt'], { folder });
  expect([code, stderr]).toEqual([0, '']);
  await writeFile(join(folder, 'a.pipeline.yaml'), stdout);
  const again = await runCli(['compile', 'a.pipeline.yaml'], { folder });
  expect(again.stdout).toBe(await readFile(join(folder, 'strange-name.txt'), 'utf8'));
});

test('a file that is there is not replaced without --force', async () => {
  const folder = await compiled();
  await writeFile(join(folder, 'mine.yaml'), 'mine');
  const refused = await runCli(['import', 'strange-name.txt', '-o', 'mine.yaml'], { folder });
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('mine.yaml');
  expect(await readFile(join(folder, 'mine.yaml'), 'utf8')).toBe('mine');
  const forced = await runCli(['import', 'strange-name.txt', '-o', 'mine.yaml', '--force'], { folder });
  expect([forced.code, forced.stdout, forced.stderr]).toEqual([0, '', 'Written: mine.yaml\n']);
  expect(await readFile(join(folder, 'mine.yaml'), 'utf8')).toContain('kind: Pipeline');
});

test('a package is unpacked', async () => {
  const folder = await compiled();
  const ir = await readFile(join(folder, 'strange-name.txt'));
  await writeFile(join(folder, 'package'), gzipSync(tarOf('pipeline.yaml', ir)));
  const packed = await runCli(['import', 'package', '--json'], { folder });
  expect(packed.code).toBe(0);
  expect(JSON.parse(packed.stdout)).toMatchObject({ imported: true, kind: 'kfp-ir', title: 'penguins', notes: [] });
});

test('what is no pipeline says what it is', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'c.yaml'), 'name: Add\nimplementation: {container: {image: a}}\n');
  await writeFile(join(folder, 'b.yaml'), 'a: [1\n');
  const human = await runCli(['import', 'c.yaml'], { folder });
  expect([human.code, human.stdout]).toEqual([1, '']);
  expect(human.stderr).toMatch(/component “Add”.*\[is-a-component\]/);
  const json = await runCli(['import', 'b.yaml', '--json'], { folder });
  expect([json.code, JSON.parse(json.stdout)]).toMatchObject([1, { imported: false, notes: [{ code: 'not-yaml' }] }]);
});

function tarOf(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('0', 156);
  header.write('ustar\0', 257);
  return Buffer.concat([header, content, Buffer.alloc(512 - (content.length % 512) + 1024)]);
}
