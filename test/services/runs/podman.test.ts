import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRunsBench, type RunsBench } from './runs-helper.ts';

const IMAGE = 'localhost/pipewright-test-busybox:1';
/** Some machines let nobody raise limits, and bring a runtime that is too new for their kernel. */
const ARGUMENTS = ['--runtime=runc', '--ulimit=nofile=1024:1024', '--ulimit=nproc=1024:1024', '--network=none'];

const missing = findWhatIsMissing();
if (missing !== undefined) console.info(`podman is not tested for real: ${missing}`);

function findWhatIsMissing(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'this needs root on Linux';
  if (!answers() && process.env.CI !== undefined) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'podman', 'runc', 'busybox-static'], {
      stdio: 'ignore',
    });
  }
  if (!answers()) return 'podman does not answer (Debian: podman, runc, busybox-static)';
  return busybox() === undefined ? 'there is no busybox-static' : undefined;
}

function answers(): boolean {
  return spawnSync('podman', ['info'], { stdio: 'ignore' }).status === 0;
}

function busybox(): string | undefined {
  return ['/bin/busybox', '/usr/bin/busybox'].find(existsSync);
}

/** An image of one static program under several names, made without any registry. */
function importImage(folder: string): void {
  const root = join(folder, 'image');
  mkdirSync(join(root, 'bin'), { recursive: true });
  mkdirSync(join(root, 'tmp'));
  copyFileSync(busybox() ?? '', join(root, 'bin/busybox'));
  for (const name of ['sh', 'cat', 'sleep', 'id', 'touch', 'printf']) symlinkSync('busybox', join(root, 'bin', name));
  execFileSync('tar', ['-C', root, '-cf', join(folder, 'image.tar'), '.']);
  execFileSync('podman', ['import', '--change', 'ENTRYPOINT ["/bin/false"]', join(folder, 'image.tar'), IMAGE], {
    stdio: 'ignore',
  });
}

interface Task {
  readonly command: readonly string[];
  readonly after?: string;
  readonly resources?: object;
  readonly platform?: object;
}

function pipeline(tasks: { readonly [name: string]: Task }, image = IMAGE): string {
  const components: Record<string, object> = {};
  const executors: Record<string, object> = {};
  const platforms: Record<string, object> = {};
  const dag: Record<string, object> = {};
  for (const [name, { command, after, resources, platform }] of Object.entries(tasks)) {
    components[`comp-${name}`] = {
      executorLabel: `exec-${name}`,
      inputDefinitions: { parameters: { x: { parameterType: 'STRING', isOptional: true } } },
      outputDefinitions: { parameters: { o: { parameterType: 'STRING' } } },
    };
    executors[`exec-${name}`] = { container: { image, command, ...(resources === undefined ? {} : { resources }) } };
    if (platform !== undefined) platforms[`exec-${name}`] = platform;
    const x = { taskOutputParameter: { producerTask: after, outputParameterKey: 'o' } };
    dag[name] = {
      componentRef: { name: `comp-${name}` },
      ...(after === undefined ? {} : { inputs: { parameters: { x } } }),
    };
  }
  const deploymentSpec = { executors };
  const spec = {
    components,
    deploymentSpec,
    pipelineInfo: { name: 'p' },
    root: { dag: { tasks: dag } },
    schemaVersion: '2.1.0',
  };
  const platform = { platforms: { kubernetes: { deploymentSpec: { executors: platforms } } } };
  return `${JSON.stringify(spec)}\n---\n${JSON.stringify(platform)}\n`;
}

const OUT = "{{$.outputs.parameters['o'].output_file}}";
const shell = (script: string, ...args: readonly string[]): readonly string[] => ['sh', '-ec', script, OUT, ...args];

describe.skipIf(missing !== undefined)('podman for real', () => {
  let folder: string;
  let bench: RunsBench;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pipewright-podman-'));
    importImage(folder);
    bench = await openRunsBench();
    const secrets = 'secrets: {db: {password: hunter2hunter2}}\n';
    const file = `${secrets}containers:\n  arguments: ${JSON.stringify(ARGUMENTS)}\n`;
    writeFileSync(join(bench.workspace, 'pipewright.local.yaml'), file);
  });
  afterAll(async () => {
    await bench?.close();
    spawnSync('podman', ['rmi', '--force', IMAGE], { stdio: 'ignore' });
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const start = (text: string) => ({ text, engine: 'podman' as const, root: bench.workspace });

  it('runs tasks in containers, with the run at the same path and secrets inside', async () => {
    const detail = await bench.run(
      start(
        pipeline({
          a: {
            command: shell(
              'printf %s "$(cat /etc/db/password) $PASSWORD" > "$0.secret"; printf %s "in-$(cat "$0.secret" | busybox wc -c)" > "$0"; echo out; echo err >&2',
            ),
            platform: {
              secretAsEnv: [{ secretName: 'db', keyToEnv: [{ secretKey: 'password', envVar: 'PASSWORD' }] }],
              secretAsVolume: [{ secretName: 'db', mountPath: '/etc/db' }],
            },
          },
          b: { command: shell('printf %s "$1 $(id -u)" > "$0"', "{{$.inputs.parameters['x']}}"), after: 'a' },
        }),
      ),
    );
    const log = readFileSync(join(detail.folder, 'tasks/a/try-1/log.txt'), 'utf8');
    expect(log).toMatch(/out|err/);
    expect(detail.state.tasks.b?.outputs.o).toEqual({ kind: 'parameter', value: 'in-29 0' });
    expect(detail.state.phase).toBe('succeeded');
  });

  it('tells a program that fails from an image that is not there', async () => {
    const failed = await bench.run(start(pipeline({ a: { command: ['sh', '-c', 'exit 3'] } })));
    expect(failed.state.tasks.a?.reason).toEqual({ code: 'exit-code', values: { exitCode: 3 } });
    const platform = { imagePullPolicy: 'Never' };
    const absent = await bench.run(start(pipeline({ a: { command: shell(':'), platform } }, 'localhost/none:1')));
    expect(absent.state.tasks.a?.reason?.code).toBe('container-failed');
  });

  it('leaves no container behind when a run is stopped', async () => {
    const runId = await bench.start(start(pipeline({ a: { command: shell('touch "$0.started"; sleep 600') } })));
    await bench.when(runId, ({ tasks }) => tasks.some(({ phase }) => phase === 'running'));
    const filter = ['--filter', `label=pipewright.run=${runId}`];
    await expect
      .poll(() => execFileSync('podman', ['ps', '-q', ...filter]).toString(), { timeout: 20_000 })
      .not.toBe('');
    await bench.service.handlers['runs.stop']({ runId }, { clientId: 'test' });
    const detail = await bench.ended(runId);
    expect(detail.state.phase).toBe('cancelled');
    expect(execFileSync('podman', ['ps', '-a', '-q', ...filter]).toString()).toBe('');
  }, 60_000);
});
