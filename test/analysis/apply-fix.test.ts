import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../src/analysis/apply-fix.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import type { FixChange } from '../../src/analysis/diagnostic.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { NodeId, TaskId } from '../../src/model/ids.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';
import { input, output, type SmallDocument, STRING, smallDocument } from '../helpers/small-document.ts';

/** Applies the first mend of a kind to the first diagnostic with that code. */
function mend(small: SmallDocument, code: string, kind: FixChange['kind']): PipelineDocument {
  const document = smallDocument(small);
  const diagnostic = checkDocument(document).diagnostics.find((found) => found.code === code);
  const fix = diagnostic?.fixes.find(({ change }) => change.kind === kind);
  if (fix === undefined) throw new Error(`no ${kind} for ${code}: ${JSON.stringify(diagnostic)}`);
  return applyFix(document, fix).document;
}

function codes(document: PipelineDocument): readonly string[] {
  return checkDocument(document).diagnostics.map(({ code }) => code);
}

describe('mends', () => {
  it.each([
    ['missing-argument', 'add-pipeline-input', { tasks: [{ component: 'strict' }] }],
    [
      'constant-not-integer',
      'set-argument-value',
      { tasks: [{ arguments: { count: { kind: 'value', value: '7' } } }] },
    ],
    [
      'constant-not-text',
      'set-argument-value',
      { tasks: [{ arguments: { text: { kind: 'value', value: [1, 'a'] } } }] },
    ],
    ['constant-not-list', 'set-argument-value', { tasks: [{ arguments: { items: { kind: 'value', value: '[1]' } } }] }],
    ['constant-not-boolean', 'remove-argument', { tasks: [{ arguments: { flag: { kind: 'value', value: '?' } } }] }],
    ['unknown-argument', 'remove-argument', { tasks: [{ arguments: { gone: { kind: 'value', value: '' } } }] }],
    [
      'cycle',
      'remove-after',
      { tasks: [{ after: ['t2' as TaskId] }, { arguments: { text: output('t1', 'text_out') } }] },
    ],
    ['unknown-task', 'remove-after', { tasks: [{ after: ['t9' as TaskId] }], missing: { t9: 'gone' } }],
    ['duplicate-name', 'rename-task', { tasks: [{ name: 'same' }, { name: 'same' }] }],
    ['task-name-invalid', 'rename-task', { tasks: [{ name: 'My_Task' }] }],
    ['pipeline-name-invalid', 'rename-pipeline', { pipeline: { name: 'My Pipeline' }, tasks: [{}] }],
    [
      'input-name-invalid',
      'rename-input',
      { pipeline: { inputs: [{ name: 'a b', type: STRING }] }, tasks: [{ arguments: { text: input('a b') } }] },
    ],
    [
      'output-name-invalid',
      'rename-output',
      { pipeline: { outputs: [{ name: 'a b', type: STRING, source: output('t1', 'text_out') }] }, tasks: [{}] },
    ],
    ['unused-input', 'remove-input', { pipeline: { inputs: [{ name: 'spare', type: STRING }] }, tasks: [{}] }],
    [
      'output-without-source',
      'remove-output',
      { pipeline: { outputs: [{ name: 'spare', type: STRING }] }, tasks: [{}] },
    ],
    ['cpu-syntax', 'clear-option', { tasks: [{ options: { resources: { cpuLimit: 'x' } } }] }],
    ['image-syntax', 'clear-option', { tasks: [{ options: { image: 'Not an image' } }] }],
    [
      'mount-path-invalid',
      'clear-option',
      { tasks: [{ options: { kubernetes: { volumeClaims: [{ name: 'a', mountPath: 'b' }] } } }] },
    ],
    ['secret-in-file', 'add-pipeline-input', { tasks: [{ arguments: { secret_key: { kind: 'value', value: 'x' } } }] }],
  ] as const)('%s is mended by %s', (code, kind, small) => {
    expect(codes(mend(small as SmallDocument, code, kind))).toEqual([]);
  });

  it('retypes the inputs of a copy of the component', () => {
    const small = { tasks: [{ component: 'untyped' }, { component: 'untyped' }] };
    const mended = mend(small, 'component-problem', 'retype-component-inputs');
    const targets = [...mended.tasks.values()].map(({ target }) =>
      target.kind === 'component' ? target.component : '',
    );
    expect(targets[0]).not.toBe(targets[1]);
    expect(codes(mended)).toEqual(['missing-argument', 'component-problem', 'missing-argument']);
  });

  it('give the constant another type without losing anything', () => {
    const small = { tasks: [{ arguments: { count: { kind: 'value', value: '7' } } }] } as const;
    const mended = mend(small, 'constant-not-integer', 'set-argument-value');
    expect(mended.tasks.get('t1' as TaskId)?.arguments.count).toEqual({ kind: 'value', value: 7 });
  });

  it('change nothing when what they mend is gone', () => {
    const document = smallDocument({ tasks: [{}] });
    const changes: readonly FixChange[] = [
      { kind: 'remove-argument', task: 't9' as TaskId, port: 'text' },
      { kind: 'add-pipeline-input', task: 't9' as TaskId, port: 'text' },
      { kind: 'remove-after', node: 't9' as NodeId, upstream: 't1' as NodeId },
      { kind: 'clear-option', task: 't9' as TaskId, option: 'image' },
      { kind: 'retype-component-inputs', task: 't9' as TaskId, inputs: [] },
    ];
    for (const change of changes) expect(applyFix(document, { change, values: {} }).document).toBe(document);
  });

  it('never fail, and mostly take away what they were offered for', () => {
    fc.assert(
      fc.property(arbitraryDocument({ width: 3 }), (document) => {
        for (const diagnostic of checkDocument(document).diagnostics.slice(0, 20)) {
          for (const fix of diagnostic.fixes) {
            const edit = applyFix(document, fix);
            expect(edit.label.key).toBe(`fix.${fix.change.kind}`);
            if (fix.change.kind !== 'clear-option') continue;
            const left = checkDocument(edit.document).diagnostics.map((found) => JSON.stringify(found));
            expect(left).not.toContain(JSON.stringify(diagnostic));
          }
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});
