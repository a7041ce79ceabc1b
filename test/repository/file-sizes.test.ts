import { expect, test } from 'vitest';
import { listSourceFiles, readText } from './source-files.ts';

const longestFile = 400;

test(`no source file has more than ${longestFile} lines`, () => {
  const tooLong = listSourceFiles(['src', 'renderer', 'main', 'tools', 'bin', 'test'])
    .map((file) => ({ file, lines: readText(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > longestFile);
  expect(tooLong).toEqual([]);
});
