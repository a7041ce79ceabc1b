import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileWatch } from '../../../main/services/files/file-watch.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

/** A watch whose changes can be waited for one after the other. */
function openWatch(): { add(path: string): void; remove(path: string): void; next(): Promise<string> } {
  const seen: string[] = [];
  let wake: (() => void) | undefined;
  const watch = createFileWatch({
    onChange: (path) => {
      seen.push(path);
      wake?.();
    },
  });
  onTestFinished(() => watch.dispose());
  const next = async (): Promise<string> => {
    for (let path = seen.shift(); ; path = seen.shift()) {
      if (path !== undefined) return path;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { ...watch, next };
}

test('writing, replacing, removing and coming back are each noticed', async () => {
  const folder = await makeTemporaryFolder();
  const path = join(folder, 'a.yaml');
  await writeFile(path, '1');
  const watch = openWatch();
  watch.add(path);
  await writeFile(path, '2');
  expect(await watch.next()).toBe(path);
  await writeFile(join(folder, '.a.tmp'), '3');
  await rename(join(folder, '.a.tmp'), path);
  expect(await watch.next()).toBe(path);
  await rm(path);
  expect(await watch.next()).toBe(path);
  await writeFile(path, '4');
  expect(await watch.next()).toBe(path);
});

test('other files of the folder are none of its business', async () => {
  const folder = await makeTemporaryFolder();
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  const watch = openWatch();
  watch.add(a);
  watch.add(b);
  watch.remove(b);
  await writeFile(b, '1');
  await writeFile(a, '1');
  expect(await watch.next()).toBe(a);
});

test('a folder that vanishes is told, and found again when it is back', async () => {
  const folder = await makeTemporaryFolder();
  const inner = join(folder, 'inner');
  const path = join(inner, 'a.yaml');
  await mkdir(inner);
  await writeFile(path, '1');
  const watch = openWatch();
  watch.add(path);
  await rm(inner, { recursive: true });
  expect(await watch.next()).toBe(path);
  await mkdir(inner);
  await writeFile(path, '2');
  expect(await watch.next()).toBe(path);
});
