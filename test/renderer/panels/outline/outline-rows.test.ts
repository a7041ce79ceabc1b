import { describe, expect, it } from 'vitest';
import { type OutlineRow, outlineRows } from '../../../../renderer/panels/outline/outline-rows.ts';
import { keyStep } from '../../../../renderer/panels/outline/tree-keys.ts';
import { parsePipelineFile } from '../../../../src/file/parse-file.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';

const TEXT = `apiVersion: pipewright.dev/v1
kind: Pipeline
metadata:
  name: demo
tasks:
  first:
    component: step@000000000000
  again:
    pipeline: part
  last:
    component: step@000000000000
pipelines:
  part:
    tasks:
      inner:
        component: step@000000000000
      deeper:
        pipeline: leaf
  leaf:
    tasks:
      bottom:
        component: step@000000000000
`;

function read(text: string): PipelineDocument {
  const outcome = parsePipelineFile(text);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.document;
}

const document = read(TEXT);

function show(rows: readonly OutlineRow[]): string[] {
  return rows.map((row) => `${'  '.repeat(row.level - 1)}${row.path}`);
}

describe('the rows of the outline', () => {
  it('are every task in order, sub-pipelines opened out, by document path', () => {
    expect(show(outlineRows(document, new Set()))).toEqual([
      'first',
      'again',
      '  again/inner',
      '  again/deeper',
      '    again/deeper/bottom',
      'last',
    ]);
  });

  it('leave out what is below a folded row', () => {
    expect(show(outlineRows(document, new Set(['again'])))).toEqual(['first', 'again', 'last']);
  });

  it('say where each stands among its siblings and on which pipeline', () => {
    const inner = outlineRows(document, new Set()).find((row) => row.path === 'again/inner');
    const again = outlineRows(document, new Set()).find((row) => row.path === 'again');
    expect(inner).toMatchObject({ position: 1, siblings: 2, kind: 'task', hasChildren: false, through: [again?.node] });
    expect(again).toMatchObject({ position: 2, siblings: 3, kind: 'pipeline-task', hasChildren: true });
  });

  it('do not go on for ever where a definition uses itself', () => {
    const circular = read(TEXT.replace('pipeline: leaf', 'pipeline: part'));
    expect(show(outlineRows(circular, new Set()))).toContain('  again/deeper');
    const both = read(
      TEXT.replace('      bottom:\n        component: step@000000000000', '      bottom:\n        pipeline: part'),
    );
    expect(show(outlineRows(both, new Set())).length).toBe(6);
  });
});

describe('the keys of the outline', () => {
  const rows = outlineRows(document, new Set());
  const folded = outlineRows(document, new Set(['again']));

  function step(key: string, from: string, shown = rows, collapsed: ReadonlySet<string> = new Set()) {
    const index = shown.findIndex((row) => row.path === from);
    const result = keyStep({ key, ctrlKey: false, metaKey: false, altKey: false }, shown, index, collapsed);
    return result === undefined
      ? undefined
      : (result.row?.path ?? (result.toggle === undefined ? '' : `fold ${result.toggle}`));
  }

  it.each([
    ['ArrowDown', 'first', 'again'],
    ['ArrowDown', 'last', ''],
    ['ArrowUp', 'again', 'first'],
    ['Home', 'last', 'first'],
    ['End', 'first', 'last'],
    ['ArrowRight', 'again', 'again/inner'],
    ['ArrowRight', 'first', ''],
    ['ArrowLeft', 'again', 'fold again'],
    ['ArrowLeft', 'again/inner', 'again'],
    ['ArrowLeft', 'first', ''],
    ['b', 'first', 'again/deeper/bottom'],
    ['l', 'first', 'last'],
    ['z', 'first', ''],
    ['/', 'first', undefined],
    ['F2', 'first', undefined],
  ])('%s on %s goes to %s', (key, from, to) => {
    expect(step(key, from)).toBe(to);
  });

  it('opens a folded row before it goes into it', () => {
    expect(step('ArrowRight', 'again', folded, new Set(['again']))).toBe('fold again');
    expect(step('ArrowDown', 'again', folded, new Set(['again']))).toBe('last');
  });
});
