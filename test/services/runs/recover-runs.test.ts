import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isGroupAlive } from '../../../main/services/runs/kill-group.ts';
import { CONTEXT, openRunsBench, shellPipeline } from './runs-helper.ts';

let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'pipewright-recover-'));
});

afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

/** Another program that starts the run and is then killed without a chance to clean up. */
async function startElsewhere(dataFolder: string, text: string): Promise<{ readonly kill: () => Promise<void> }> {
  const script = `
    const { openRunsBench } = await import(${JSON.stringify(join(import.meta.dirname, 'runs-helper.ts'))});
    const bench = await openRunsBench({ dataFolder: ${JSON.stringify(dataFolder)} });
    await bench.start({ text: ${JSON.stringify(text)} });
  `;
  const program = execa(process.execPath, ['--input-type=module', '-e', script], { reject: false });
  return {
    kill: async () => {
      program.kill('SIGKILL');
      await program;
    },
  };
}

async function readEvents(dataFolder: string): Promise<string> {
  const [runId = ''] = await readdir(join(dataFolder, 'runs')).catch(() => []);
  return await readFile(join(dataFolder, 'runs', runId, 'events.jsonl'), 'utf8').catch(() => '');
}

it('after kill -9 ends what was left running, shows the run as interrupted and resumes it from what finished', async () => {
  const dataFolder = join(base, 'data');
  const text = shellPipeline({
    make: { script: 'printf x > "$1"; printf y > "$2"', outputs: true },
    long: { script: 'sleep 300', artifactFrom: 'make' },
  });
  const other = await startElsewhere(dataFolder, text);
  await expect.poll(() => readEvents(dataFolder), { timeout: 10_000 }).toMatch(/task-process.*"key":"long"/);
  const pid = Number(/"key":"long".*?"pid":(\d+)/.exec(await readEvents(dataFolder))?.[1]);
  await other.kill();
  expect(isGroupAlive(pid)).toBe(true);

  const bench = await openRunsBench({ dataFolder });
  try {
    const { runs } = await bench.service.handlers['runs.list']({}, CONTEXT);
    expect(runs.map((run) => run.phase)).toEqual(['interrupted']);
    await expect.poll(() => isGroupAlive(pid), { timeout: 10_000 }).toBe(false);
    const runId = runs[0]?.id ?? '';
    const detail = await bench.service.handlers['runs.get']({ runId }, CONTEXT);
    expect(detail.state.reason?.code).toBe('app-ended');
    expect(detail.state.tasks.make?.phase).toBe('succeeded');
    expect(detail.state.tasks.long?.phase).toBe('interrupted');
    const quick = text.replace('sleep 300', 'true');
    const resumed = await bench.run({ text: quick, reuse: { runId, from: ['long'] } });
    expect(resumed.state.phase).toBe('succeeded');
    expect(resumed.state.tasks.make).toMatchObject({ phase: 'cached', reusedFrom: runId });
  } finally {
    await bench.close();
  }
});

it('leaves the runs of a living program alone', async () => {
  const dataFolder = join(base, 'data');
  const first = await openRunsBench({ dataFolder });
  const runId = await first.start({ text: shellPipeline({ long: { script: 'sleep 300' } }) });
  const second = await openRunsBench({ dataFolder });
  try {
    const { runs } = await second.service.handlers['runs.list']({}, CONTEXT);
    expect(runs.map((run) => [run.id, run.phase])).toEqual([[runId, 'running']]);
  } finally {
    await first.close();
    await second.close();
  }
});
