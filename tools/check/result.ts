/** A test that did not run, with the reason that it gave. */
export type Skip = { readonly title: string; readonly reason: string };

/** What one part of the checks came to. */
export type CheckResult = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skips: readonly Skip[];
  readonly seconds: number;
};

/** The counts that a test runner's reporter hands over through a file. */
export type RunnerReport = Pick<CheckResult, 'passed' | 'failed' | 'skips'>;
