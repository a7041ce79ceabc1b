import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fromRoot } from '../root.ts';
import { ensureChromium } from './chromium.ts';
import { runCommand } from './command.ts';
import type { CheckResult, RunnerReport } from './result.ts';

type Runner = {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly minutes: number;
  readonly environment?: Readonly<Record<string, string>>;
};

const unitTests: Runner = {
  name: 'unit tests',
  parameters: [
    fromRoot('node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=./tools/check/vitest-reporter.ts',
  ],
  minutes: 20,
};

const browserTests: Runner = {
  name: 'browser tests',
  parameters: [
    fromRoot('node_modules/@playwright/test/cli.js'),
    'test',
    '--pass-with-no-tests',
    '--reporter=list,./tools/check/playwright-reporter.ts',
  ],
  minutes: 20,
};

/** Everything that vitest runs. */
export function runUnitTests(): Promise<CheckResult> {
  return runRunner(unitTests);
}

/** Everything that drives the built app in a browser; skipped where there is none, which on CI is a failure. */
export async function runBrowserTests(): Promise<CheckResult> {
  const chromium = await ensureChromium();
  if ('program' in chromium)
    return runRunner({ ...browserTests, environment: { PIPEWRIGHT_CHROMIUM: chromium.program } });
  const isFailure = Boolean(process.env.CI);
  const skips = isFailure ? [] : [{ title: browserTests.name, reason: chromium.reason }];
  if (isFailure) process.stdout.write(`The browser tests cannot run: ${chromium.reason}.\n`);
  return { name: browserTests.name, passed: 0, failed: isFailure ? 1 : 0, skips, seconds: 0 };
}

async function runRunner(runner: Runner): Promise<CheckResult> {
  const started = performance.now();
  const reportFile = fromRoot(`node_modules/.cache/pipewright/${runner.name.replace(' ', '-')}.json`);
  mkdirSync(fromRoot('node_modules/.cache/pipewright'), { recursive: true });
  rmSync(reportFile, { force: true });
  const environment = { ...runner.environment, PIPEWRIGHT_REPORT: reportFile };
  const { succeeded, output } = await runCommand(
    { program: process.execPath, parameters: runner.parameters, minutes: runner.minutes, environment },
    true,
  );
  process.stdout.write(output);
  const report = readReport(reportFile);
  // A runner that failed without a failed test (a crash, a limit) counts as one failure.
  const failed = succeeded ? report.failed : Math.max(1, report.failed);
  return { ...report, name: runner.name, failed, seconds: (performance.now() - started) / 1000 };
}

function readReport(file: string): RunnerReport {
  if (!existsSync(file)) return { passed: 0, failed: 0, skips: [] };
  return JSON.parse(readFileSync(file, 'utf8'));
}
