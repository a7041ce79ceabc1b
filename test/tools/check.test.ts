import { describe, expect, test } from 'vitest';
import { runCommand } from '../../tools/check/command.ts';
import { summarise } from '../../tools/check/summary.ts';

describe('the summary', () => {
  const lint = { name: 'lint', passed: 1, failed: 0, skips: [], seconds: 1 };
  const unit = { name: 'unit', passed: 40, failed: 2, skips: [{ title: 'a', reason: 'no corpus' }], seconds: 9 };

  test('ends with one line for the whole', () => {
    expect(summarise([lint, unit]).at(-1)).toBe('41 passed, 2 failed, 1 skipped');
  });

  test('names every skip with its reason, and the parts that failed', () => {
    const lines = summarise([lint, unit]);
    expect(lines).toContain('skipped: a (no corpus)');
    expect(lines.filter((line) => line.startsWith('FAILED'))).toEqual([
      'FAILED  unit: 40 passed, 2 failed, 1 skipped (9.0 s)',
    ]);
  });
});

describe('a command', () => {
  const run = (script: string, minutes: number) =>
    runCommand({ program: process.execPath, parameters: ['-e', script], minutes }, false);

  test('succeeds by its exit code, with its output', async () => {
    expect(await run('console.log("out"); console.error("err")', 1)).toMatchObject({
      succeeded: true,
      output: expect.stringMatching(/out\n.*err|err\n.*out/s),
    });
    expect(await run('process.exit(3)', 1)).toMatchObject({ succeeded: false });
  });

  test('is ended with its children at the limit', async () => {
    const child =
      'require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {stdio: "inherit"})';
    const ended = await run(`${child}; setInterval(() => {}, 1000)`, 1 / 60);
    expect(ended.succeeded).toBe(false);
    expect(ended.output).toContain('Ended after');
  });

  test('that does not exist fails with its name', async () => {
    const ended = await runCommand({ program: 'no-such-program-here', parameters: [], minutes: 1 }, false);
    expect(ended).toMatchObject({ succeeded: false, output: expect.stringContaining('no-such-program-here') });
  });
});
