import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitisePortName, sanitiseTaskName } from '../../src/model/sanitise-names.ts';

describe('sanitiseTaskName', () => {
  it.each([
    ['My Comp_X (v2)', 'my-comp-x-v2'],
    ['Größe', 'gr-e'],
    ['--a--b--', 'a-b'],
    ['Read Data From Minio', 'read-data-from-minio'],
    ['Run Inference (MLflow)', 'run-inference-mlflow'],
    ['!!!', ''],
    ['9lives', '9lives'],
  ])('%s → %s', (name, expected) => {
    expect(sanitiseTaskName(name)).toBe(expected);
  });

  it('gives only allowed characters and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const sanitised = sanitiseTaskName(name);
        expect(sanitised).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(sanitiseTaskName(sanitised)).toBe(sanitised);
      }),
    );
  });
});

describe('sanitisePortName', () => {
  it.each([
    ['Input 1', 'input_1'],
    ['weird--name!! 9', 'weird_name_9'],
    ['foo__bar', 'foo__bar'],
    ['__a__', 'a'],
    ['_ a', 'a'],
    ['%', ''],
    ['entity_df_path', 'entity_df_path'],
  ])('%s → %s', (name, expected) => {
    expect(sanitisePortName(name)).toBe(expected);
  });

  it('gives only allowed characters and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const sanitised = sanitisePortName(name);
        expect(sanitised).toMatch(/^([a-z0-9]([a-z0-9_]*[a-z0-9])?)?$/);
        expect(sanitisePortName(sanitised)).toBe(sanitised);
      }),
    );
  });
});
