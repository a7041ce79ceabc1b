import { describe, expect, it } from 'vitest';
import { retypeComponent } from '../../src/catalog/retype-component.ts';

const STRING = [{ name: 'a', type: 'String' }];

describe('retypeComponent', () => {
  it.each([
    [
      'inserts behind the name',
      'inputs:\n- name: a\n  description: d\n',
      'inputs:\n- name: a\n  type: String\n  description: d\n',
    ],
    ['keeps a comment', 'inputs:\n  - name: a # why\n', 'inputs:\n  - name: a # why\n    type: String\n'],
    [
      'replaces a type',
      'inputs:\n- {name: a, type: GCSPath, optional: true}\n',
      'inputs:\n- {name: a, type: String, optional: true}\n',
    ],
    ['inserts into a flow map', 'inputs:\n- {name: a}\n', 'inputs:\n- {name: a, type: String}\n'],
    [
      'replaces a structured type',
      'inputs:\n- name: a\n  type:\n    GCSPath:\n      data_type: CSV\n  default: x\n',
      'inputs:\n- name: a\n  type: String\n  default: x\n',
    ],
    [
      'fills an empty type',
      'inputs:\n- name: a\n  type:\n  optional: true\n',
      'inputs:\n- name: a\n  type: String\n  optional: true\n',
    ],
    ['works without a last line feed', 'inputs:\n- name: a', 'inputs:\n- name: a\n  type: String'],
    ['keeps carriage returns', 'inputs:\r\n- name: a\r\n', 'inputs:\r\n- name: a\r\n  type: String\r\n'],
    [
      'finds a name that comes later',
      'inputs:\n- description: d\n  name: a\n',
      'inputs:\n- description: d\n  name: a\n  type: String\n',
    ],
    ['finds a quoted name', 'inputs:\n- name: "a"\n', 'inputs:\n- name: "a"\n  type: String\n'],
    ['leaves other inputs', 'inputs:\n- name: b\n  type: CSV\n', 'inputs:\n- name: b\n  type: CSV\n'],
    ['leaves outputs', 'outputs:\n- name: a\n', 'outputs:\n- name: a\n'],
    ['leaves what is no YAML', 'inputs: [', 'inputs: ['],
  ])('%s', (_, text, expected) => {
    expect(retypeComponent(text, STRING)).toBe(expected);
  });

  it('changes several inputs at once', () => {
    const text = 'inputs:\n- name: a\n- {name: b}\n- name: c\n  type: URI\n';
    const inputs = ['a', 'b', 'c'].map((name) => ({ name, type: name === 'b' ? 'Dict' : 'String' }));
    expect(retypeComponent(text, inputs)).toBe(
      'inputs:\n- name: a\n  type: String\n- {name: b, type: Dict}\n- name: c\n  type: String\n',
    );
  });
});
