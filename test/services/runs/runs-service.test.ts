import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isGroupAlive } from '../../../main/services/runs/kill-group.ts';
import type { RunDetail } from '../../../src/api/results.ts';
import { CONTEXT, openRunsBench, type RunsBench, shellPipeline } from './runs-helper.ts';

let bench: RunsBench;

beforeEach(async () => {
  bench = await openRunsBench();
});

afterEach(async () => {
  await bench.close();
});

function phases(detail: RunDetail): { readonly [key: string]: string } {
  return Object.fromEntries(Object.entries(detail.state.tasks).map(([key, task]) => [key, task.phase]));
}

async function logOf(detail: RunDetail, taskKey: string): Promise<string> {
  const request = { runId: detail.state.id, taskKey, offset: 0, limit: 100_000 };
  return (await bench.service.handlers['runs.log'](request, CONTEXT)).text;
}

const HELLO = { script: 'printf hello > "$1"; printf data > "$2"; echo made it; echo oops >&2', outputs: true };

describe('local runs', () => {
  it('runs tasks in order, hands parameters and artifacts on, keeps logs and outputs', async () => {
    const text = shellPipeline({
      make: HELLO,
      use: {
        script: 'echo "$4 and $(cat "$3")"',
        artifactFrom: 'make',
        inputs: { word: { taskOutputParameter: { producerTask: 'make', outputParameterKey: 'out' } } },
      },
    });
    const detail = await bench.run({ text });
    expect(detail.state.phase).toBe('succeeded');
    expect(phases(detail)).toEqual({ make: 'succeeded', use: 'succeeded' });
    expect(await logOf(detail, 'make')).toBe('made it\noops\n');
    expect(await logOf(detail, 'use')).toBe('hello and data\n');
    expect(detail.state.tasks.make?.outputs.out).toEqual({ kind: 'parameter', value: 'hello' });
    const preview = { runId: detail.state.id, taskKey: 'make', port: 'file', side: 'output' as const };
    expect(await bench.service.handlers['runs.preview'](preview, CONTEXT)).toMatchObject({
      kind: 'text',
      text: 'data',
    });
  });

  it('fails a task by its exit code, with the rest skipped', async () => {
    const detail = await bench.run({
      text: shellPipeline({ bad: { script: 'exit 3' }, next: { script: 'true', after: ['bad'] } }),
    });
    expect(detail.state.phase).toBe('failed');
    expect(detail.state.tasks.bad).toMatchObject({
      phase: 'failed',
      exitCode: 3,
      reason: { code: 'exit-code', values: { exitCode: 3 } },
    });
    expect(phases(detail).next).toBe('skipped');
  });

  it.each([
    ['a missing output', 'printf x > "$1"', 'output-missing'],
    ['a signal', 'kill -TERM $$', 'signal'],
    ['a kill', 'kill -KILL $$', 'killed'],
  ])('says why after %s', async (_what, script, code) => {
    const detail = await bench.run({ text: shellPipeline({ bad: { script, outputs: true } }) });
    expect(detail.state.tasks.bad?.reason?.code).toBe(code);
  });

  it('says which program is missing', async () => {
    const text = shellPipeline({ bad: { script: '' } }).replace('"sh","-c"', '"no-such-program-here","-c"');
    const detail = await bench.run({ text });
    expect(detail.state.tasks.bad?.reason).toEqual({
      code: 'program-missing',
      values: { program: 'no-such-program-here' },
    });
  });

  it('ends what a program leaves behind', async () => {
    const detail = await bench.run({ text: shellPipeline({ a: { script: 'sleep 300 & echo left' } }) });
    expect(detail.state.phase).toBe('succeeded');
    expect(await logOf(detail, 'a')).toBe('left\n');
  });

  it('ends a task that takes too long', async () => {
    const platform = {
      platforms: { kubernetes: { deploymentSpec: { executors: { 'exec-slow': { activeDeadlineSeconds: '1' } } } } },
    };
    const text = `${shellPipeline({ slow: { script: 'sleep 60' } })}\n---\n${JSON.stringify(platform)}`;
    const detail = await bench.run({ text });
    expect(detail.state.tasks.slow?.reason).toEqual({ code: 'timeout', values: { seconds: 1 } });
  });

  it('retries as the policy says and keeps each try’s log', async () => {
    const script = 'n=$(ls -d ../../try-* | wc -l); echo try $n; [ "$n" -ge 3 ]';
    const detail = await bench.run({
      text: shellPipeline({ flaky: { script, extra: { retryPolicy: { maxRetryCount: 3 } } } }),
    });
    expect(detail.state.tasks.flaky).toMatchObject({ phase: 'succeeded', attempt: 3 });
    const first = { runId: detail.state.id, taskKey: 'flaky', attempt: 1, offset: 0, limit: 100 };
    expect((await bench.service.handlers['runs.log'](first, CONTEXT)).text).toBe('try 1\n');
  });

  it('takes outputs from the cache when nothing changed, and runs again when an input did', async () => {
    const text = (word: string) =>
      shellPipeline({ make: { ...HELLO, inputs: { word: { runtimeValue: { constant: word } } } } });
    const first = await bench.run({ text: text('a') });
    const second = await bench.run({ text: text('a') });
    expect(second.state.tasks.make).toMatchObject({ phase: 'cached', reusedFrom: first.state.id });
    expect((await bench.run({ text: text('b') })).state.tasks.make?.phase).toBe('succeeded');
    expect((await bench.run({ text: text('a'), caching: false })).state.tasks.make?.phase).toBe('succeeded');
  });

  it('stops: whole process groups end and nothing new starts', async () => {
    const text = shellPipeline({
      long: { script: 'sleep 300 & echo going; wait' },
      next: { script: 'true', after: ['long'] },
    });
    const runId = await bench.start({ text });
    await bench.when(runId, (change) => change.tasks.some((task) => task.phase === 'running'));
    const events = join(bench.dataFolder, 'runs', runId, 'events.jsonl');
    await expect.poll(async () => await readFile(events, 'utf8')).toContain('task-process');
    const pid = Number(/"pid":(\d+)/.exec(await readFile(events, 'utf8'))?.[1]);
    await bench.service.handlers['runs.stop']({ runId }, CONTEXT);
    const detail = await bench.ended(runId);
    expect(detail.state.phase).toBe('cancelled');
    expect(phases(detail)).toEqual({ long: 'cancelled', next: 'cancelled' });
    expect(isGroupAlive(pid)).toBe(false);
  });

  it('runs from a task with the outputs of an earlier run', async () => {
    const text = shellPipeline({ make: HELLO, use: { script: 'cat "$3"', artifactFrom: 'make' } });
    const first = await bench.run({ text, caching: false });
    const again = await bench.run({ text, caching: false, reuse: { runId: first.state.id, from: ['use'] } });
    expect(again.state.tasks.make).toMatchObject({ phase: 'cached', reusedFrom: first.state.id });
    expect(again.state.tasks.use?.phase).toBe('succeeded');
  });

  it('keeps secret values out of logs, events and files', async () => {
    const text = shellPipeline(
      { tell: { script: 'echo "it is $3"', inputs: { key: { componentInputParameter: 'access_key' } } } },
      { access_key: { parameterType: 'STRING' } },
    );
    const detail = await bench.run({ text, parameters: { access_key: 'hush-hush-42' } });
    expect(await logOf(detail, 'tell')).toBe('it is •••\n');
    expect(detail.secretParameters).toEqual(['access_key']);
    const files = await readdir(detail.folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toContain('hush-hush-42');
    }
  });

  it('refuses values that do not fit, by name', async () => {
    const text = shellPipeline(
      { a: { script: 'true' } },
      { rows: { parameterType: 'NUMBER_INTEGER' }, word: { parameterType: 'STRING' } },
    );
    await expect(bench.start({ text, parameters: { rows: 1.5, extra: 1 } })).rejects.toMatchObject({
      failure: {
        code: 'invalid-arguments',
        data: {
          parameters: {
            rows: { code: 'parameter-type-integer' },
            word: { code: 'parameter-missing' },
            extra: { code: 'parameter-unknown' },
          },
        },
      },
    });
  });

  it('refuses text that is not a pipeline', async () => {
    await expect(bench.start({ text: 'a: [b' })).rejects.toMatchObject({ failure: { code: 'invalid-pipeline' } });
    await expect(bench.start({ text: 'hello: world' })).rejects.toMatchObject({
      failure: { code: 'invalid-pipeline' },
    });
  });

  it('lists runs, newest first, and deletes them', async () => {
    const text = shellPipeline({ a: { script: 'true' } });
    const first = await bench.run({ text });
    const second = await bench.run({ text });
    const list = await bench.service.handlers['runs.list']({}, CONTEXT);
    expect(list.runs.map((run) => run.id)).toEqual([second.state.id, first.state.id]);
    await bench.service.handlers['runs.delete']({ runId: first.state.id }, CONTEXT);
    expect((await bench.service.handlers['runs.list']({}, CONTEXT)).runs).toHaveLength(1);
    await expect(bench.service.handlers['runs.get']({ runId: first.state.id }, CONTEXT)).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  it('searches a log', async () => {
    const detail = await bench.run({ text: shellPipeline({ a: { script: 'echo one; echo Two; echo three' } }) });
    const request = { runId: detail.state.id, taskKey: 'a', query: 't[wh]', regularExpression: true, limit: 10 };
    const found = await bench.service.handlers['runs.searchLog'](request, CONTEXT);
    expect(found.matches.map((match) => [match.line, match.text])).toEqual([
      [2, 'Two'],
      [3, 'three'],
    ]);
  });

  it('frees space, but never of what runs', async () => {
    await bench.run({ text: shellPipeline({ a: { script: 'true' } }) });
    const running = await bench.start({ text: shellPipeline({ a: { script: 'sleep 100' } }) });
    const freed = await bench.service.handlers['runs.cleanUp']({ keepBytes: 0 }, CONTEXT);
    expect(freed.removed).toBe(1);
    const list = await bench.service.handlers['runs.list']({}, CONTEXT);
    expect(list.runs.map((run) => run.id)).toEqual([running]);
  });
});

describe('trust', () => {
  it('runs nothing in a folder that is not trusted, and shows what would run', async () => {
    const strict = await openRunsBench({ trusted: false });
    try {
      const text = shellPipeline({ a: { script: 'true' } });
      const request = {
        source: { kind: 'ir' as const, text },
        root: strict.workspace,
        parameters: {},
        engine: 'process' as const,
      };
      await expect(strict.start({ text, root: strict.workspace })).rejects.toMatchObject({
        failure: { code: 'trust-required' },
      });
      const preflight = await strict.service.handlers['runs.preflight'](request, CONTEXT);
      expect(preflight).toMatchObject({ trusted: false, problems: [] });
      expect(preflight.commands[0]?.command.slice(0, 3)).toEqual(['sh', '-c', 'true']);
      await strict.service.handlers['runs.trust']({ root: preflight.trustRoot }, CONTEXT);
      expect((await strict.run({ text, root: strict.workspace })).state.phase).toBe('succeeded');
    } finally {
      await strict.close();
    }
  });
});
