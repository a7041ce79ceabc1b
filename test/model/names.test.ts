import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  componentKeyOf,
  digestOfComponentKey,
  isKeyOfDigest,
  nameOfComponentKey,
} from '../../src/model/component-key.ts';
import { isValidPipelineName, sanitisePortName, sanitiseTaskName, uniqueName } from '../../src/model/sanitise-names.ts';

describe('names', () => {
  it.each([
    ['My Comp_X (v2)', 'my-comp-x-v2'],
    ['Größe', 'gr-e'],
    ['--a--b--', 'a-b'],
    ['Read Data From Minio', 'read-data-from-minio'],
    ['9 lives', '9-lives'],
    ['日本', ''],
    ['a_b.c', 'a-b-c'],
  ])('of tasks: %s becomes %s', (text, name) => expect(sanitiseTaskName(text)).toBe(name));

  it.each([
    ['Input 1', 'input_1'],
    ['weird--name!! 9', 'weird_name_9'],
    ['foo__bar', 'foo__bar'],
    ['__a__', 'a'],
    ['Größe', 'gr_e'],
    ['!!', ''],
  ])('of ports: %s becomes %s', (text, name) => expect(sanitisePortName(text)).toBe(name));

  it('are left alone when they are sanitised already', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(sanitiseTaskName(sanitiseTaskName(text))).toBe(sanitiseTaskName(text));
        expect(sanitisePortName(sanitisePortName(text))).toBe(sanitisePortName(text));
        expect(sanitiseTaskName(text)).toMatch(/^(?:[0-9a-z]+(?:-[0-9a-z]+)*)?$/);
        expect(sanitisePortName(text)).toMatch(/^(?:[0-9a-z](?:[_0-9a-z]*[0-9a-z])?)?$/);
      }),
    );
  });

  it.each([
    ['a', true],
    ['0-a', true],
    ['a'.repeat(128), true],
    ['a'.repeat(129), false],
    ['-a', false],
    ['A', false],
    ['', false],
    ['a\n', false],
  ])('of pipelines: %j is valid: %s', (name, valid) => expect(isValidPipelineName(name)).toBe(valid));

  it('take the first free number', () => {
    const taken = new Set(['a', 'a-2', 'a-4', 'p']);
    expect(uniqueName('b', (name) => taken.has(name))).toBe('b');
    expect(uniqueName('a', (name) => taken.has(name))).toBe('a-3');
    expect(uniqueName('p', (name) => taken.has(name), '_')).toBe('p_2');
  });

  it('of components carry the first twelve digits of the digest', () => {
    const digest = '0123456789abcdef'.repeat(4);
    const key = componentKeyOf('read-data', digest);
    expect(key).toBe('read-data@0123456789ab');
    expect([nameOfComponentKey(key), digestOfComponentKey(key)]).toEqual(['read-data', '0123456789ab']);
    expect([isKeyOfDigest(key, digest), isKeyOfDigest(key, `f${digest.slice(1)}`)]).toEqual([true, false]);
  });
});
