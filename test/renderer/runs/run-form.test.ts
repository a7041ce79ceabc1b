import { describe, expect, it } from 'vitest';
import {
  defaultEntry,
  entryOfTyped,
  isChanged,
  readForm,
  startEntries,
  stepNumber,
  UNSET,
  withoutSecrets,
} from '../../../renderer/panels/runs/field-entries.ts';
import { type FormField, listArtifactInputs, listFormFields } from '../../../renderer/panels/runs/form-fields.ts';
import { printCommand } from '../../../renderer/panels/runs/print-command.ts';
import { workspaceOf } from '../../../renderer/panels/runs/run-request.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import type { ParameterType } from '../../../src/model/port-type.ts';

function field(type: ParameterType, more: Partial<FormField> = {}): FormField {
  const required = more.default === undefined;
  return { name: 'x', type, typeLabel: type, required, secret: false, ...more };
}

const typed = (text: string) => ({ kind: 'text', text }) as const;

describe('the fields of a form', () => {
  const text = `apiVersion: pipewright.dev/v1
kind: Pipeline
metadata: {name: p}
inputs:
  rate: {type: Float, default: 5.0, description: How fast}
  names: {type: List}
  api_token: {type: String, default: ""}
  tokens: {type: Integer, default: 3, secret: false}
  note: {type: String, optional: true}
  table: {type: Dataset}
tasks: {}
`;
  const parsed = parsePipelineFile(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  const { document } = parsed.value;

  it('are the parameters of the pipeline in its order', () => {
    expect(listFormFields(document)).toEqual([
      {
        name: 'rate',
        type: 'NUMBER_DOUBLE',
        typeLabel: 'Float',
        description: 'How fast',
        required: false,
        default: 5,
        secret: false,
      },
      { name: 'names', type: 'LIST', typeLabel: 'List', required: true, secret: false },
      { name: 'api_token', type: 'STRING', typeLabel: 'String', required: false, default: '', secret: true },
      { name: 'tokens', type: 'NUMBER_INTEGER', typeLabel: 'Integer', required: false, default: 3, secret: false },
      { name: 'note', type: 'STRING', typeLabel: 'String', required: false, secret: false },
    ]);
  });

  it('do not hold artifacts, which are said to be impossible', () => {
    expect(listArtifactInputs(document)).toEqual(['table']);
  });
});

describe('what a form starts with', () => {
  it('is the value at hand where it still fits, else the default, else nothing', () => {
    const fields = [
      field('NUMBER_INTEGER', { name: 'fits', default: 1 }),
      field('NUMBER_INTEGER', { name: 'other-type', default: 1 }),
      field('STRING', { name: 'nothing' }),
      field('STRUCT', { name: 'map', default: { a: 1 } }),
    ];
    expect(startEntries(fields, { fits: 7, 'other-type': 'seven', gone: 1 })).toEqual({
      fits: typed('7'),
      'other-type': typed('1'),
      nothing: UNSET,
      map: typed('{"a":1}'),
    });
  });

  it('never is a secret of an earlier run', () => {
    const secret = field('STRING', { name: 'token', secret: true });
    expect(startEntries([secret], { token: 'kept by mistake' })).toEqual({ token: UNSET });
  });
});

describe('reading a form', () => {
  it.each([
    ['NUMBER_INTEGER', '4', 4],
    ['NUMBER_INTEGER', ' 4 ', 4],
    ['NUMBER_DOUBLE', '1e3', 1000],
    ['BOOLEAN', 'false', false],
    ['STRING', '', ''],
    ['STRING', ' two\nlines ', ' two\nlines '],
    ['LIST', '[1, "a"]', [1, 'a']],
    ['STRUCT', '{}', {}],
  ] as const)('takes %s %j', (type, text, value) => {
    expect(readForm([field(type)], { x: typed(text) })).toEqual({ values: { x: value }, problems: {} });
  });

  it.each([
    ['NUMBER_INTEGER', '4.5', 'parameter-type-integer'],
    ['NUMBER_INTEGER', 'four', 'parameter-type-integer'],
    ['NUMBER_DOUBLE', '1,5', 'parameter-type-number'],
    ['LIST', '{"a": 1}', 'parameter-type-list'],
    ['LIST', '[1,', 'parameter-type-list'],
    ['STRUCT', '[]', 'parameter-type-map'],
  ] as const)('says what is expected of %s %j', (type, text, code) => {
    const { values, problems } = readForm([field(type)], { x: typed(text) });
    expect(values).toEqual({});
    expect(problems.x).toEqual({ code, values: { name: 'x' } });
  });

  it('misses a required value and leaves an unset optional one to its default', () => {
    const fields = [field('STRING', { name: 'needed' }), field('NUMBER_INTEGER', { name: 'free', default: 3 })];
    const { values, problems } = readForm(fields, { needed: UNSET, free: UNSET });
    expect(values).toEqual({});
    expect(Object.keys(problems)).toEqual(['needed']);
  });

  it('gives false, zero and empty text on, which are values', () => {
    const fields = [
      field('BOOLEAN', { name: 'flag', default: false }),
      field('NUMBER_INTEGER', { name: 'count', default: 0 }),
      field('STRING', { name: 'text', default: '' }),
    ];
    const { values, problems } = readForm(fields, startEntries(fields, {}));
    expect([values, problems]).toEqual([{ flag: false, count: 0, text: '' }, {}]);
  });
});

describe('changing a field', () => {
  it('tells nothing from empty text', () => {
    expect(entryOfTyped(field('STRING', { default: 'a' }), '')).toEqual(typed(''));
    expect(entryOfTyped(field('STRING'), '')).toBe(UNSET);
    expect(entryOfTyped(field('NUMBER_INTEGER', { default: 3 }), '')).toBe(UNSET);
    expect(entryOfTyped(field('STRING'), ' ')).toEqual(typed(' '));
  });

  it('knows when it is the default again', () => {
    const count = field('NUMBER_INTEGER', { default: 3 });
    expect(isChanged(count, typed('4'))).toBe(true);
    expect(isChanged(count, UNSET)).toBe(true);
    expect(isChanged(count, defaultEntry(count))).toBe(false);
    expect(isChanged(field('STRING'), UNSET)).toBe(false);
  });

  it.each([
    ['4', 1, '5'],
    ['', -1, '-1'],
    ['0.2', 1, '1.2'],
    ['four', 1, undefined],
  ])('steps %j by %i to %j', (text, step, next) => {
    expect(stepNumber(text, step)).toBe(next);
  });
});

it('keeps no secret for the next time', () => {
  const fields = [field('STRING', { name: 'token', secret: true }), field('STRING', { name: 'bucket' })];
  expect(withoutSecrets(fields, { token: 'hunter2', bucket: 'b' })).toEqual({ bucket: 'b' });
});

describe('the folder of a run', () => {
  const spaces = ['/data', '/data/team', '/other'].map((root) => ({ root, name: root, trusted: false }));
  it.each([
    ['/data/team/a.pipeline.yaml', '/data/team'],
    ['/data/a.pipeline.yaml', '/data'],
    ['/database/a.pipeline.yaml', undefined],
  ])('of %s is %s', (path, root) => {
    expect(workspaceOf(path, spaces)).toBe(root);
  });

  it('is found on Windows too', () => {
    expect(workspaceOf('C:\\work\\a.pipeline.yaml', [{ root: 'C:\\work', name: 'work', trusted: false }])).toBe(
      'C:\\work',
    );
  });
});

it('prints a command as one would type it', () => {
  expect(printCommand(['python3', '-c', "print('hi')", '--n', '1'])).toBe("python3 -c 'print('\\''hi'\\'')' --n 1");
  expect(printCommand(['sh', ''])).toBe("sh ''");
});
