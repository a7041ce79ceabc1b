import { describe, expect, it } from 'vitest';
import { folderOf, joinPath, nameOf, withPipelineEnding } from '../../../renderer/files/paths.ts';

describe('paths', () => {
  it.each([
    ['/folders/me/a.pipeline.yaml', '/folders/me', 'a.pipeline.yaml'],
    ['/a', '/', 'a'],
    ['C:\\work\\a.yaml', 'C:\\work', 'a.yaml'],
  ])('cut %s in two', (path, folder, name) => {
    expect([folderOf(path), nameOf(path)]).toEqual([folder, name]);
  });

  it.each([
    ['/folders/me', 'a', '/folders/me/a'],
    ['/', 'a', '/a'],
    ['C:\\work', 'a', 'C:\\work\\a'],
    ['C:\\', 'a', 'C:\\a'],
  ])('join %s and %s', (folder, name, path) => {
    expect(joinPath(folder, name)).toBe(path);
  });

  it.each([
    ['train', 'train.pipeline.yaml'],
    ['train.yaml', 'train.pipeline.yaml'],
    ['train.yml', 'train.pipeline.yaml'],
    ['train.pipeline.yaml', 'train.pipeline.yaml'],
    ['train.pipeline.yml', 'train.pipeline.yml'],
    ['v1.2', 'v1.2.pipeline.yaml'],
  ])('name a pipeline file %s as %s', (name, result) => {
    expect(withPipelineEnding(name)).toBe(result);
  });
});
