import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseEngine, createEngines } from '../../../main/services/runs/choose-engine.ts';
import { buildRunArguments, containerName, quantityOf } from '../../../main/services/runs/container-command.ts';
import { createContainerEngine } from '../../../main/services/runs/container-engine.ts';
import type { EngineRequest } from '../../../main/services/runs/engine.ts';

const REQUEST: EngineRequest = {
  runId: 'r1',
  taskKey: 'for-loop-2[0]/train',
  attempt: 2,
  image: 'python:3.11',
  command: ['sh', '-c', 'echo "$0"', 'a b'],
  entrypointLength: 3,
  env: { MODE: 'fast' },
  secretEnv: { TOKEN: 'hunter2' },
  folder: '/runs/r1/work',
  pathPrefixes: [],
  mounts: [
    { source: '/runs/r1', target: '/runs/r1', readOnly: false },
    { source: '/data', target: '/mnt/data', readOnly: true },
  ],
  limits: { cpu: '500m', memory: '2Gi' },
  engineArguments: ['--network', 'none'],
  write: () => undefined,
};

describe('command line of a container', () => {
  it('replaces the entrypoint, mounts at the same path and names secrets only', () => {
    expect(buildRunArguments(REQUEST, { user: '1000:1000' })).toEqual([
      'run',
      '--rm',
      ...['--name', containerName(REQUEST)],
      ...['--label', 'pipewright.run=r1'],
      ...['--label', 'pipewright.task=for-loop-2[0]/train'],
      ...['--pull', 'missing'],
      ...['--user', '1000:1000'],
      ...['--cpus', '0.5'],
      ...['--memory', '2147483648'],
      ...['--volume', '/runs/r1:/runs/r1'],
      ...['--volume', '/data:/mnt/data:ro'],
      ...['--workdir', '/runs/r1/work'],
      ...['--env', 'HOME=/runs/r1/work'],
      ...['--env', 'PYTHONUNBUFFERED=1'],
      ...['--env', 'MODE=fast'],
      ...['--env', 'TOKEN'],
      ...['--network', 'none'],
      ...['--entrypoint', 'sh'],
      'python:3.11',
      ...['-c', 'echo "$0"', 'a b'],
    ]);
  });

  it('leaves the image its own entrypoint where the component names no command', () => {
    const args = buildRunArguments({ ...REQUEST, command: ['--fast'], entrypointLength: 0 }, { user: undefined });
    expect(args).not.toContain('--entrypoint');
    expect(args).not.toContain('--user');
    expect(args.slice(-2)).toEqual(['python:3.11', '--fast']);
  });

  it.each([
    ['Always', 'always'],
    ['Never', 'never'],
    ['IfNotPresent', 'missing'],
  ])('pulls as %s says', (pullPolicy, pull) => {
    const args = buildRunArguments({ ...REQUEST, pullPolicy, user: '7:8' }, { user: '1:1' });
    expect(args[args.indexOf('--pull') + 1]).toBe(pull);
    expect(args[args.indexOf('--user') + 1]).toBe('7:8');
  });

  it('mounts paths with a colon another way', () => {
    const mounts = [{ source: '/a:b', target: '/c', readOnly: true }];
    const args = buildRunArguments({ ...REQUEST, mounts }, { user: undefined });
    expect(args).toContain('type=bind,source=/a:b,target=/c,readonly');
  });

  it('gives each try a name of its own', () => {
    expect(containerName(REQUEST)).not.toBe(containerName({ ...REQUEST, attempt: 3 }));
    expect(containerName(REQUEST)).toMatch(/^[A-Za-z0-9-]+$/);
  });

  it.each([
    ['500m', 0.5],
    ['2', 2],
    ['1.5G', 1.5e9],
    ['2Gi', 2147483648],
    ['many', undefined],
    ['3 apples', undefined],
  ])('reads the quantity %s', (text, expected) => {
    expect(quantityOf(text)).toBe(expected);
  });
});

/** A client that writes down how it is called and does what the test says. */
async function fakeClient(folder: string, name: string, script: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(
    path,
    `#!/bin/sh\nfor word in "$@"; do printf '%s\\n' "$word"; done >> ${join(folder, 'calls')}\n${script}\n`,
  );
  await chmod(path, 0o755);
}

describe.skipIf(process.platform === 'win32')('container engine', () => {
  let folder: string;
  const environment = (): NodeJS.ProcessEnv => ({ PATH: `${folder}${delimiter}/usr/bin${delimiter}/bin` });
  const calls = async (): Promise<string[]> => (await readFile(join(folder, 'calls'), 'utf8')).trimEnd().split('\n');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pipewright-engine-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('counts when it answers, not when its client is there', async () => {
    await fakeClient(folder, 'docker', 'echo "cannot connect" >&2; exit 1');
    await fakeClient(folder, 'podman', 'echo 5.1.0');
    const docker = createContainerEngine('docker', { environment: environment() });
    expect(await docker.checkAvailable()).toEqual({ code: 'engine-unavailable', values: { engine: 'docker' } });
    expect((await chooseEngine('auto', createEngines({ environment: environment() }))).name).toBe('podman');
    const none = createEngines({ environment: { ...environment(), PIPEWRIGHT_ENGINES: 'none' } });
    expect((await chooseEngine('auto', none)).name).toBe('process');
    await expect(chooseEngine('docker', createEngines({ environment: environment() }))).rejects.toThrow('no-engine');
  });

  it('is not there without a client, and auto then means processes', async () => {
    const engines = createEngines({ environment: { PATH: folder } });
    expect(await engines.podman.checkAvailable()).toEqual({ code: 'engine-unavailable', values: { engine: 'podman' } });
    expect((await chooseEngine('auto', engines)).name).toBe('process');
  });

  it('hands secrets over by the environment of the client and passes on what is printed', async () => {
    await fakeClient(folder, 'podman', '[ "$1" = run ] && echo "token is $TOKEN"; exit 0');
    const printed: string[] = [];
    const write = (chunk: Uint8Array): void => void printed.push(Buffer.from(chunk).toString());
    const engine = createContainerEngine('podman', { environment: environment() });
    const started = await engine.start({ ...REQUEST, folder, write });
    expect(await started.ended).toEqual({ kind: 'exited', exitCode: 0 });
    expect(printed.join('')).toBe('token is hunter2\n');
    expect((await calls()).join(' ')).not.toContain('hunter2');
  });

  it.each([
    [
      125,
      { kind: 'not-started', reason: { code: 'container-failed', values: { engine: 'podman', image: 'python:3.11' } } },
    ],
    [137, { kind: 'signalled', signal: 'SIGKILL' }],
    [3, { kind: 'exited', exitCode: 3 }],
  ])('reads the exit code %i', async (code, outcome) => {
    await fakeClient(folder, 'podman', `[ "$1" = run ] && exit ${code}; exit 0`);
    const engine = createContainerEngine('podman', { environment: environment() });
    expect(await (await engine.start({ ...REQUEST, folder })).ended).toEqual(outcome);
  });

  it('stops and removes the container when it is to end', async () => {
    await fakeClient(folder, 'podman', '[ "$1" = run ] && exec sleep 600; exit 0');
    const engine = createContainerEngine('podman', { environment: environment() });
    const started = await engine.start({ ...REQUEST, folder });
    await started.end();
    expect((await started.ended).kind).toBe('signalled');
    const words = await calls();
    expect(words).toContain('stop');
    expect(words.slice(-3)).toEqual(['rm', '--force', containerName(REQUEST)]);
  });

  it('removes what is left of a run by its label', async () => {
    await fakeClient(folder, 'podman', '[ "$1" = ps ] && printf "abc\\ndef\\n"; exit 0');
    await createContainerEngine('podman', { environment: environment() }).endLeftovers('r9');
    const words = await calls();
    expect(words).toContain('label=pipewright.run=r9');
    expect(words.slice(-4)).toEqual(['rm', '--force', 'abc', 'def']);
  });

  it('does not start a task without an image', async () => {
    await fakeClient(folder, 'podman', 'exit 0');
    const engine = createContainerEngine('podman', { environment: environment() });
    const started = await engine.start({ ...REQUEST, image: '' });
    expect(await started.ended).toEqual({ kind: 'not-started', reason: { code: 'image-missing' } });
  });
});
