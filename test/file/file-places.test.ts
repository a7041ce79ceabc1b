import { describe, expect, it } from 'vitest';
import { filePlaces } from '../../src/file/file-places.ts';

const TEXT = `apiVersion: pipewright.dev/v1
kind: Pipeline
metadata:
  name: p
inputs:
  rows: {type: Integer}
outputs:
  best: {type: Float, from: in-branch.score}
tasks:
  read:
    component: read@1
    arguments:
      rows: {input: rows}
  part:
    pipeline: sub
  condition-branches-1:
    branches:
      - name: condition-2
        if: {left: 1, operator: "<", right: 2}
        tasks:
          in-branch:
            component: read@1
            arguments: {rows: 1, name: x}
  group:read:
    loop: {items: [1]}
    tasks:
      in-loop: {component: read@1}
pipelines:
  sub:
    tasks:
      inner:
        component: read@1
        arguments:
          rows: 3
`;

describe('the line of a place', () => {
  it.each([
    ['a task', 'read', undefined, 10],
    ['a port with an argument', 'read', 'rows', 13],
    ['a port without one', 'read', 'other', 10],
    ['a task in a branch', 'in-branch', undefined, 21],
    ['a port in a flow map', 'in-branch', 'name', 23],
    ['a task in a loop', 'in-loop', undefined, 27],
    ['a group', 'condition-branches-1', undefined, 16],
    ['a branch', 'condition-2', undefined, 16],
    ['a task through a sub-pipeline task', 'part/inner', 'rows', 34],
    ['a task of a definition', 'sub/inner', undefined, 31],
    ['the pipeline', '', undefined, 3],
    ['a pipeline input', '', 'rows', 6],
    ['a pipeline output', '', 'best', 8],
    ['nothing', 'ghost', undefined, undefined],
    ['a path too long', 'read/inner', undefined, undefined],
  ])('%s', (_, path, port, line) => {
    expect(filePlaces(TEXT).lineOf(path, port)).toBe(line);
  });

  it('is found behind a byte order mark and CRLF line ends, and nowhere in other text', () => {
    expect(filePlaces(`\ufeff${TEXT.replaceAll('\n', '\r\n')}`).lineOf('read')).toBe(10);
    expect(filePlaces('just words').lineOf('read')).toBeUndefined();
  });
});
