import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTrustStore } from '../../../main/services/trust/trust-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test('trust is asked for once a folder, holds below it, and is remembered', async () => {
  const dataFolder = await makeTemporaryFolder();
  const folder = join(dataFolder, 'project');
  await mkdir(join(folder, 'sub'), { recursive: true });
  const store = createTrustStore({ dataFolder, shipped: [] });
  expect(await store.isTrusted(folder)).toBe(false);
  await store.trust(folder);
  const again = createTrustStore({ dataFolder, shipped: [] });
  expect(await again.isTrusted(folder)).toBe(true);
  expect(await again.isTrusted(join(folder, 'sub'))).toBe(true);
  expect(await again.isTrusted(dataFolder)).toBe(false);
});

test('what ships is trusted', async () => {
  const dataFolder = await makeTemporaryFolder();
  const store = createTrustStore({ dataFolder, shipped: [join(dataFolder, 'examples')] });
  expect(await store.isTrusted(join(dataFolder, 'examples', 'penguins-1'))).toBe(true);
  expect(await store.isTrusted(join(dataFolder, 'examples-of-others'))).toBe(false);
});

test('another folder in the place of a trusted link is not trusted', async () => {
  const dataFolder = await makeTemporaryFolder();
  const [good, bad, link] = ['good', 'bad', 'link'].map((name) => join(dataFolder, name)) as [string, string, string];
  await Promise.all([mkdir(good), mkdir(bad)]);
  await symlink(good, link);
  const store = createTrustStore({ dataFolder, shipped: [] });
  await store.trust(link);
  expect(await store.isTrusted(good)).toBe(true);
  await symlink(bad, join(dataFolder, 'next'));
  await rename(join(dataFolder, 'next'), link);
  expect(await store.isTrusted(link)).toBe(false);
});

test('a damaged file trusts nobody', async () => {
  const dataFolder = await makeTemporaryFolder();
  for (const text of ['{', 'null', '{"version":2,"folders":["/"]}', '{"version":1,"folders":"/"}']) {
    await writeFile(join(dataFolder, 'trust.json'), text);
    expect(await createTrustStore({ dataFolder, shipped: [] }).isTrusted('/anything')).toBe(false);
  }
});
