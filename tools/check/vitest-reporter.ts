import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { RunnerReport, Skip } from './result.ts';

/** Hands the counts over through the file that `PIPEWRIGHT_REPORT` names. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const brokenModules = modules.filter((module) => module.errors().length > 0);
    const report: RunnerReport = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed:
        tests.filter((test) => test.result().state === 'failed').length + brokenModules.length + unhandledErrors.length,
      skips: tests.filter((test) => test.result().state === 'skipped').map(describeSkip),
    };
    const file = process.env.PIPEWRIGHT_REPORT;
    if (file) writeFileSync(file, JSON.stringify(report));
  }
}

function describeSkip(test: TestCase): Skip {
  const result = test.result();
  const reason = result.state === 'skipped' ? result.note : undefined;
  return { title: `${test.module.relativeModuleId}: ${test.fullName}`, reason: reason ?? 'no reason given' };
}
