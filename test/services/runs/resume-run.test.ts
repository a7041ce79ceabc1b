import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONTEXT, openRunsBench, type RunsBench, shellPipeline } from './runs-helper.ts';

describe.skipIf(process.platform === 'win32')('going on with a run', () => {
  let bench: RunsBench;
  let flag: string;

  beforeEach(async () => {
    bench = await openRunsBench();
    flag = join(bench.workspace, 'flag');
  });
  afterEach(async () => {
    await bench.close();
  });

  /** `make` notes each time it is run; `check` works once the flag is there. */
  function text(): string {
    const log = join(bench.workspace, 'made');
    return shellPipeline({
      make: { script: `echo made >> ${log}; printf x > "$1"; printf y > "$2"`, outputs: true },
      check: { script: `test -f ${flag}`, artifactFrom: 'make' },
      after: { script: 'true', after: ['check'] },
    });
  }

  async function resume(runId: string, parameters: Record<string, string> = {}) {
    const before = bench.changes.length;
    await bench.service.handlers['runs.resume']({ runId, parameters }, CONTEXT);
    await expect
      .poll(() => bench.changes.slice(before).some(({ phase }) => phase === 'succeeded' || phase === 'failed'), {
        timeout: 10_000,
      })
      .toBe(true);
    return await bench.service.handlers['runs.get']({ runId }, CONTEXT);
  }

  it('keeps what succeeded, tries the rest again and goes on in the same folder', async () => {
    const failed = await bench.run({ text: text(), caching: false });
    expect(failed.state.phase).toBe('failed');
    expect(failed.state.tasks.after?.phase).toBe('skipped');
    await writeFile(flag, '');
    const done = await resume(failed.state.id);
    expect(done.state.phase).toBe('succeeded');
    expect(done.folder).toBe(failed.folder);
    expect(done.state.tasks.make).toEqual(failed.state.tasks.make);
    expect(done.state.tasks.check).toMatchObject({ phase: 'succeeded', attempt: 2 });
    expect(done.state.tasks.after?.phase).toBe('succeeded');
    expect(await readFile(join(bench.workspace, 'made'), 'utf8')).toBe('made\n');
    expect(existsSync(join(done.folder, 'tasks/check/try-2/log.txt'))).toBe(true);
    expect(bench.changes.some(({ resumed }) => resumed === true)).toBe(true);
    const { runs } = await bench.service.handlers['runs.list']({}, CONTEXT);
    expect(runs.map(({ phase, taskCounts }) => [phase, taskCounts.failed])).toEqual([['succeeded', 0]]);
  });

  it('makes again what is no longer there', async () => {
    const failed = await bench.run({ text: text(), caching: false });
    await rm(join(failed.folder, 'tasks/make'), { recursive: true });
    await writeFile(flag, '');
    const done = await resume(failed.state.id);
    expect(done.state.tasks.make).toMatchObject({ phase: 'succeeded', attempt: 2 });
    expect(await readFile(join(bench.workspace, 'made'), 'utf8')).toBe('made\nmade\n');
  });

  it('asks for secret parameters again', async () => {
    const pipeline = shellPipeline(
      {
        t: { script: `test -f ${flag} && test "$3" = hunter2`, inputs: { x: { componentInputParameter: 'password' } } },
      },
      { password: { parameterType: 'STRING' } },
    );
    const failed = await bench.run({ text: pipeline, parameters: { password: 'hunter2' }, caching: false });
    const runId = failed.state.id;
    await expect(resume(runId)).rejects.toThrow('invalid-arguments');
    await writeFile(flag, '');
    expect((await resume(runId, { password: 'hunter2' })).state.phase).toBe('succeeded');
  });

  it('refuses runs that are done, and folders that are not trusted', async () => {
    await writeFile(flag, '');
    const done = await bench.run({ text: text(), caching: false });
    await expect(resume(done.state.id)).rejects.toThrow('run-ended');
    const stranger = await openRunsBench({ dataFolder: bench.dataFolder, trusted: false });
    try {
      const again = stranger.service.handlers['runs.resume']({ runId: done.state.id }, CONTEXT);
      await expect(again).rejects.toThrow('trust-required');
    } finally {
      await stranger.close();
    }
  });
});
