import { expect, it } from 'vitest';
import { listProblems } from '../../../../renderer/panels/problems/list-problems.ts';
import type { Diagnostic, Severity } from '../../../../src/analysis/diagnostic.ts';
import type { PipelineId } from '../../../../src/model/ids.ts';

function diagnostic(code: string, severity: Severity): Diagnostic {
  return { code, severity, place: { pipeline: 'p1' as PipelineId }, values: {}, fixes: [] };
}

it('lists errors first, then in the order they were found: file, drawing, target', () => {
  const problems = listProblems({
    file: [{ code: 'unknown-field', values: {}, line: 3 }],
    live: [diagnostic('hint', 'info'), diagnostic('first', 'error')],
    target: [diagnostic('doubt', 'warning'), diagnostic('second', 'error')],
  });
  const codes = problems.map((problem) => (problem.kind === 'file' ? problem.problem.code : problem.diagnostic.code));
  expect(codes).toEqual(['first', 'second', 'unknown-field', 'doubt', 'hint']);
});

it('lists nothing for a sound pipeline', () => {
  expect(listProblems({ file: [], live: [], target: [] })).toEqual([]);
});
