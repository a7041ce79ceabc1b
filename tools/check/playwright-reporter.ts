import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FullResult, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { fromRoot } from '../root.ts';
import type { RunnerReport, Skip } from './result.ts';

/** Hands the counts over through the file that `PIPEWRIGHT_REPORT` names. */
export default class CountingReporter implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onError(_error: TestError): void {
    this.#errors += 1;
  }

  onEnd(_result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const passed = tests.filter((test) => ['expected', 'flaky'].includes(test.outcome()));
    const skipped = tests.filter((test) => test.outcome() === 'skipped');
    const report: RunnerReport = {
      passed: passed.length,
      failed: tests.length - passed.length - skipped.length + this.#errors,
      skips: skipped.map(describeSkip),
    };
    const file = process.env.PIPEWRIGHT_REPORT;
    if (file) writeFileSync(file, JSON.stringify(report));
  }
}

function describeSkip(test: TestCase): Skip {
  const annotation = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  const place = relative(fromRoot(), test.location.file);
  return { title: `${place}: ${test.title}`, reason: annotation?.description ?? 'no reason given' };
}
