import { describe, expect, it } from 'vitest';
import { checkConstant, checkTypes } from '../../src/catalog/port-compatibility.ts';
import type { JsonValue } from '../../src/model/json.ts';
import type { PortType } from '../../src/model/port-type.ts';
import { parseTypeLabel } from '../../src/model/type-label.ts';

function type(label: string): PortType {
  const parsed = parseTypeLabel(label);
  if (parsed === undefined) throw new Error(label);
  return parsed;
}

describe('checkTypes', () => {
  it.each([
    ['String', 'String', undefined],
    ['Integer', 'Float', 'parameter-types-differ'],
    ['Float', 'Integer', 'parameter-types-differ'],
    ['Boolean', 'String', 'parameter-types-differ'],
    ['List', 'Dict', 'parameter-types-differ'],
    ['String', 'Dataset', 'parameter-for-artifact'],
    ['Artifact', 'String', 'artifact-for-parameter'],
    ['Dataset', 'Dataset', undefined],
    ['Dataset', 'Artifact', undefined],
    ['Artifact', 'Model', undefined],
    ['Dataset', 'Model', 'artifact-types-differ'],
    ['List[Dataset]', 'Dataset', 'list-for-single-artifact'],
    ['Dataset', 'List[Dataset]', 'single-artifact-for-list'],
    ['List[Dataset]', 'List[Artifact]', undefined],
    ['List[Artifact]', 'Artifact', 'list-for-single-artifact'],
    ['system.Dataset@0.1.2', 'Dataset', undefined],
    ['system.Dataset@1.0.0', 'Dataset', 'artifact-versions-differ'],
    ['system.Artifact@1.0.0', 'Dataset', undefined],
    ['google.VertexModel@0.0.1', 'Model', 'artifact-types-differ'],
    ['Dict', 'PipelineTaskFinalStatus', 'input-set-by-kfp'],
    ['PipelineTaskFinalStatus', 'Dict', undefined],
  ] as const)('%s into %s: %s', (given, expected, code) => {
    expect(checkTypes(type(given), type(expected))).toBe(code);
  });

  it('lets loop items of type String pass for anything', () => {
    for (const expected of ['Integer', 'Dataset', 'List[Model]', 'Dict']) {
      expect(checkTypes(type('String'), type(expected), { givenIsLoopItem: true })).toBeUndefined();
      expect(checkTypes(type('Boolean'), type(expected), { givenIsLoopItem: true })).toBeDefined();
    }
  });
});

describe('checkConstant', () => {
  const float = { pythonFloat: 7 } as unknown as JsonValue;
  it.each<[JsonValue, string, string | undefined]>([
    ['', 'String', undefined],
    [5, 'String', 'constant-not-text'],
    [5, 'Integer', undefined],
    [5.5, 'Integer', 'constant-not-integer'],
    ['5', 'Integer', 'constant-not-integer'],
    [true, 'Integer', 'constant-not-integer'],
    [float, 'Integer', undefined],
    [1, 'Float', undefined],
    [1.5, 'Float', undefined],
    [float, 'Float', undefined],
    ['1.5', 'Float', 'constant-not-number'],
    [Number.POSITIVE_INFINITY, 'Float', 'constant-not-finite'],
    [true, 'Boolean', undefined],
    [1, 'Boolean', 'constant-not-boolean'],
    ['true', 'Boolean', 'constant-not-boolean'],
    [[], 'List', undefined],
    [{}, 'List', 'constant-not-list'],
    ['[]', 'List', 'constant-not-list'],
    [{ a: [1] }, 'Dict', undefined],
    [[], 'Dict', 'constant-not-map'],
    [float, 'Dict', 'constant-not-map'],
    [null, 'String', 'constant-null'],
    ['x', 'Dataset', 'constant-for-artifact'],
    [{}, 'PipelineTaskFinalStatus', 'input-set-by-kfp'],
    [{}, 'TaskConfig', 'input-set-by-kfp'],
  ])('%j into %s: %s', (value, label, code) => {
    expect(checkConstant(value, type(label))).toBe(code);
  });
});
