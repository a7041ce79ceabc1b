import { describe, expect, test } from 'vitest';
import { findNearestYamlLine, findYamlLine, type YamlPath } from '../../src/yaml/find-yaml-line.ts';

const TEXT = `# head
name: x
inputs:
- name: a
  type: Integer
- {name: b, type: Float}
"quoted key":
  ? long
  : deep:
    - 1
    - - 2
name: later
---
second: &x
  z: 1
alias: *x
`;

describe('lines of paths', () => {
  test.each<[YamlPath, number | undefined]>([
    [[], 2],
    [['inputs'], 3],
    [['inputs', 0], 4],
    [['inputs', 0, 'type'], 5],
    [['inputs', 1, 'type'], 6],
    [['quoted key'], 7],
    [['quoted key', 'long', 'deep', 1, 0], 11],
    [['name'], 12],
    [['inputs', 2], undefined],
    [['inputs', 'name'], undefined],
    [['nothing'], undefined],
    [['name', 'x'], undefined],
  ])('%j is on %s', (path, line) => {
    expect(findYamlLine(TEXT, path)).toBe(line);
  });

  test('of another document', () => {
    expect(findYamlLine(TEXT, ['second', 'z'], 1)).toBe(15);
    expect(findYamlLine(TEXT, ['alias'], 1)).toBe(16);
    expect(findYamlLine(TEXT, [], 2)).toBeUndefined();
  });

  test('the nearest part that exists', () => {
    expect(findNearestYamlLine(TEXT, ['inputs', 0, 'default', 'x'])).toBe(4);
    expect(findNearestYamlLine(TEXT, ['nothing'])).toBe(2);
  });

  test('nothing in a text that does not parse', () => {
    expect(findYamlLine('a: [', ['a'])).toBeUndefined();
    expect(findNearestYamlLine('', ['a'])).toBeUndefined();
  });
});
