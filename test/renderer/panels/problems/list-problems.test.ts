import { expect, it } from 'vitest';
import { listProblems } from '../../../../renderer/panels/problems/list-problems.ts';
import { countProblems } from '../../../../renderer/state/problem-counts.ts';
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

it('leaves out of the file what the analysis tells again, and counts what it lists', () => {
  const file = [
    { code: 'missing-component', values: {}, line: 3 },
    { code: 'syntax', values: {}, line: 4 },
    { code: 'unknown-field', values: {}, line: 5 },
  ] as const;
  const live = [diagnostic('component-missing', 'error'), diagnostic('hint', 'info')];
  const target = [diagnostic('doubt', 'warning')];
  const listed = listProblems({ file, live, target }).map(({ severity }) => severity);
  expect(listed).toEqual(['error', 'error', 'warning', 'warning', 'info']);
  const counts = countProblems({
    analysis: { counts: { error: 1, warning: 0, info: 1 } },
    output: { diagnostics: target },
    fileProblems: file,
  });
  expect(counts).toEqual({ error: 2, warning: 2, info: 1 });
});
