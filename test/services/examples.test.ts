import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createExamples } from '../../main/services/examples/create-examples.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const me = { clientId: 'me' };

async function openShipped() {
  const folder = await makeTemporaryFolder();
  const source = join(folder, 'assets', 'examples', 'birds');
  await mkdir(join(source, '__pycache__'), { recursive: true });
  await mkdir(join(source, 'data'));
  await writeFile(join(source, 'birds.pipeline.yaml'), 'pipeline');
  await writeFile(join(source, 'data', 'birds.csv'), 'a,b');
  await writeFile(join(source, '__pycache__', 'x.pyc'), '');
  await chmod(join(source, 'data', 'birds.csv'), 0o444);
  const words = { en: 'Birds', fr: 'Oiseaux' };
  const index = [{ id: 'birds', folder: 'birds', file: 'birds.pipeline.yaml', title: words, summary: words, tasks: 3 }];
  await writeFile(join(folder, 'assets', 'examples', 'index.json'), JSON.stringify(index));
  const copiesFolder = join(folder, 'copies');
  return { copiesFolder, source, ...createExamples({ assetsFolder: join(folder, 'assets'), copiesFolder }) };
}

test('the list says nothing of where things are', async () => {
  const { handlers } = await openShipped();
  const words = { en: 'Birds', fr: 'Oiseaux' };
  expect(await handlers['examples.list']({}, me)).toEqual({
    examples: [{ id: 'birds', kind: 'example', title: words, summary: words, tasks: 3 }],
  });
});

test('each opens as a copy of its own that can be changed', async () => {
  const { copiesFolder, source, handlers } = await openShipped();
  const first = await handlers['examples.open']({ id: 'birds' }, me);
  expect(first).toEqual({
    root: join(copiesFolder, 'birds-1'),
    file: join(copiesFolder, 'birds-1', 'birds.pipeline.yaml'),
  });
  await writeFile(first.file, 'changed');
  const second = await handlers['examples.open']({ id: 'birds' }, me);
  expect(second.root).toBe(join(copiesFolder, 'birds-2'));
  expect(await readFile(second.file, 'utf8')).toBe('pipeline');
  expect(await readFile(join(source, 'birds.pipeline.yaml'), 'utf8')).toBe('pipeline');
  expect((await stat(join(second.root, 'data', 'birds.csv'))).mode & 0o200).toBe(0o200);
  await expect(stat(join(second.root, '__pycache__'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('two that open at once get folders of their own', async () => {
  const { handlers } = await openShipped();
  const opened = await Promise.all([1, 2, 3].map(() => handlers['examples.open']({ id: 'birds' }, me)));
  expect(new Set(opened.map(({ root }) => root)).size).toBe(3);
});

test.each(['nope', '../birds', ''])('there is no example %j', async (id) => {
  const { handlers } = await openShipped();
  await expect(handlers['examples.open']({ id }, me)).rejects.toMatchObject({ failure: { code: 'not-found' } });
});
