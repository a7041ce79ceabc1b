import { describe, expect, it } from 'vitest';
import type { TaskSpec } from '../../src/compile/kfp/ir.ts';
import { branchOrder } from '../../src/import/kfp-ir/condition-chain.ts';
import type { DagScope } from '../../src/import/kfp-ir/outline-node.ts';
import { readCondition } from '../../src/import/kfp-ir/read-condition.ts';
import type { ParameterType } from '../../src/model/port-type.ts';

const TYPES: { readonly [name: string]: ParameterType } = {
  n: 'NUMBER_INTEGER',
  f: 'NUMBER_DOUBLE',
  s: 'STRING',
  b: 'BOOLEAN',
  list: 'LIST',
};

/** The DAG of a branch whose inputs are those of a pipeline. */
const scope: DagScope = {
  component: {
    inputDefinitions: {
      parameters: Object.fromEntries(Object.entries(TYPES).map(([name, parameterType]) => [name, { parameterType }])),
    },
  },
  nodes: new Map(),
  inputs: new Map(),
};

const channel = (name: string): string => `inputs.parameter_values['${name}']`;
const input = (name: string) => ({ kind: 'input', input: name });
const value = (constant: string | number | boolean) => ({ kind: 'value', value: constant });

describe('a condition', () => {
  it.each([
    [`${channel('s')} == 'heads'`, input('s'), '==', value('heads')],
    [`'heads' != ${channel('s')}`, value('heads'), '!=', input('s')],
    [`${channel('s')} == ''`, input('s'), '==', value('')],
    [`${channel('s')} == 'a && !(b)'`, input('s'), '==', value('a && !(b)')],
    [`${channel('s')} == 'it\\'s \\\\ \\n'`, input('s'), '==', value("it's \\ \n")],
    [`int(${channel('n')}) > 5`, input('n'), '>', value(5)],
    [`int(${channel('n')}) >= -5`, input('n'), '>=', value(-5)],
    [`double(int(${channel('n')})) >= 2.5`, input('n'), '>=', value(2.5)],
    [`${channel('f')} < 2.0`, input('f'), '<', { ...value(2), isFloat: true }],
    [`${channel('f')} <= double(2)`, input('f'), '<=', value(2)],
    [`${channel('f')} <= 1e-05`, input('f'), '<=', value(1e-5)],
    [`${channel('b')} == true`, input('b'), '==', value(true)],
    [`${channel('s')} == ${channel('s')}`, input('s'), '==', input('s')],
  ])('%s is a comparison', (text, left, operator, right) => {
    expect(readCondition(scope, text)).toEqual({ kind: 'comparison', left, operator, right });
  });

  it.each([
    [`'int(${channel('n')})' == '3'`, ['n']],
    [`${channel('s')} == 'it's'`, ['s']],
    [`${channel('n')} > 5`, ['n']],
    [`int(${channel('s')}) > 5`, ['s']],
    [`${channel('s')}=='x'`, ['s']],
    [`${channel('s')} == 'x' || ${channel('b')} == true`, ['s', 'b']],
    [`${channel('list')} == 'x'`, ['list']],
    [`inputs.parameters['s'].string_value == 'x'`, ['s']],
    [`'a' == 'b'`, []],
    [`${channel('s')} == 'a' && ${channel('s')} == 'b'`, ['s']],
    ['', []],
  ])('%s is kept as it is, with what it looks at', (text, names) => {
    const references = names.map((name) => [name, input(name)]);
    expect(readCondition(scope, text)).toEqual({ kind: 'raw', text, references });
  });
});

function tasks(conditions: { readonly [name: string]: string | undefined }): { readonly [name: string]: TaskSpec } {
  return Object.fromEntries(
    Object.entries(conditions).map(([name, condition]) => {
      const componentRef = { name };
      return [name, condition === undefined ? { componentRef } : { componentRef, triggerPolicy: { condition } }];
    }),
  );
}

describe('branches', () => {
  it('are put in order by what they negate, whatever their names', () => {
    const order = branchOrder(tasks({ x: '!(a) && !(b)', y: 'a', z: '!(a) && b' }));
    expect(order).toEqual([{ name: 'y', condition: 'a' }, { name: 'z', condition: 'b' }, { name: 'x' }]);
  });

  it('need no Else', () => {
    expect(branchOrder(tasks({ one: 'a', two: '!(a) && b' }))?.map(({ name }) => name)).toEqual(['one', 'two']);
  });

  it.each([
    ['one alone', { a: 'x' }],
    ['two that have nothing to do with each other', { a: 'x', b: 'y' }],
    ['one without a condition', { a: 'x', b: undefined }],
    ['an Else in the middle', { a: 'x', b: '!(x)', c: '!(x) && y' }],
    ['a negation of something else', { a: 'x', b: '!(y) && z' }],
  ])('are not %s', (_name, conditions) => {
    expect(branchOrder(tasks(conditions))).toBeUndefined();
  });
});
