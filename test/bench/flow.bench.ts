/** Compiling pipelines with loops and branches: how it grows, what memory it takes, and beside the official SDK. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { flowDocument } from '../helpers/flow-document.ts';
import { findSdk } from '../oracles/sdk-environment.ts';
import { median, printFigure } from './figures.ts';

const COUNTS = [10, 100, 1000, 10_000];
const MEBIBYTE = 1024;

/** Seconds of CPU for checking, compiling and writing the text of a fresh document. */
function cpuSeconds(count: number): number {
  const document = flowDocument(count);
  const before = process.cpuUsage();
  const compiled = compileDocument(document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error[0]));
  writeIrText(compiled.value);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function medianOf(count: number): number {
  return median(Array.from({ length: count > 1000 ? 5 : 15 }, () => cpuSeconds(count)));
}

/** The most memory a program takes that does nothing but compile one document. */
function printMemory(): void {
  const child = spawnSync(process.execPath, [import.meta.filename, 'once'], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  const value = Number(child.stdout) / MEBIBYTE;
  printFigure({ name: '10,000 tasks: the most memory of the program', value, unit: 'MiB', budget: 300 });
}

/** KFP SDK: the decorator and `Compiler().compile` together, in one process that is already warm. */
function printBesideSdk(ours: number): void {
  const sdk = findSdk();
  if ('reason' in sdk) {
    process.stdout.write(`left out: the official SDK, because ${sdk.reason}\n`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'pipewright-bench-'));
  try {
    const script = join(import.meta.dirname, 'sdk_flow.py');
    const { status, stdout, stderr } = spawnSync(sdk.python, [script, '1000', join(folder, 'flow.yaml')], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const theirs = Number(stdout);
    process.stdout.write(
      `     1,000 tasks: the SDK takes ${theirs.toFixed(1)} s of CPU, ${(theirs / ours).toFixed(0)} times as much\n`,
    );
    printFigure({ name: '1,000 tasks: CPU beside the SDK’s', value: (100 * ours) / theirs, unit: '%', budget: 1 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function main(): void {
  medianOf(1000);
  const seconds = new Map(COUNTS.map((count) => [count, medianOf(count)]));
  for (const [count, value] of seconds) {
    const perTask = (1e6 * value) / count;
    process.stdout.write(
      `     ${count.toLocaleString('en')} tasks: ${(1000 * value).toFixed(1)} ms of CPU, ${perTask.toFixed(0)} µs a task\n`,
    );
  }
  const growth = (seconds.get(10_000) ?? 0) / (seconds.get(1000) ?? 1) / 10;
  printFigure({ name: '10,000 tasks: time a task beside 1,000 tasks', value: growth, unit: 'times', budget: 1.5 });
  printMemory();
  printBesideSdk(seconds.get(1000) ?? 0);
}

if (process.argv[2] === 'once') {
  cpuSeconds(10_000);
  process.stdout.write(String(process.resourceUsage().maxRSS));
} else main();
