import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRunsBench, type RunsBench } from './runs-helper.ts';

interface Task {
  readonly command?: readonly string[];
  readonly importer?: object;
  readonly inputs?: object;
  readonly platform?: object;
}

/** IR with a platform document, both as JSON, in which every task has a component and an executor of its own. */
function pipeline(tasks: { readonly [name: string]: Task }): string {
  const components: Record<string, object> = {};
  const executors: Record<string, object> = {};
  const platforms: Record<string, object> = {};
  const dag: Record<string, object> = {};
  for (const [name, { command = [], importer, inputs = {}, platform }] of Object.entries(tasks)) {
    const type = { artifactType: { schemaTitle: 'system.Dataset', schemaVersion: '0.0.1' } };
    const outputs =
      importer === undefined ? { parameters: { o: { parameterType: 'STRING' } } } : { artifacts: { artifact: type } };
    components[`comp-${name}`] = { executorLabel: `exec-${name}`, outputDefinitions: outputs };
    executors[`exec-${name}`] = importer === undefined ? { container: { image: 'busybox', command } } : { importer };
    if (platform !== undefined) platforms[`exec-${name}`] = platform;
    dag[name] = { componentRef: { name: `comp-${name}` }, inputs };
  }
  const spec = {
    components,
    deploymentSpec: { executors },
    pipelineInfo: { name: 'p' },
    root: { dag: { tasks: dag } },
    schemaVersion: '2.1.0',
  };
  const platform = { platforms: { kubernetes: { deploymentSpec: { executors: platforms } } } };
  return `${JSON.stringify(spec)}\n---\n${JSON.stringify(platform)}\n`;
}

const OUT = "{{$.outputs.parameters['o'].output_file}}";

function shell(script: string, ...args: readonly string[]): readonly string[] {
  return ['sh', '-ec', script, OUT, ...args];
}

function fromImporter(task: string): object {
  return { artifacts: { d: { taskOutputArtifact: { producerTask: task, outputArtifactKey: 'artifact' } } } };
}

function importerOf(uri: string, more: object = {}): object {
  return {
    artifactUri: { constant: uri },
    typeSchema: { schemaTitle: 'system.Dataset', schemaVersion: '0.0.1' },
    ...more,
  };
}

describe.skipIf(process.platform === 'win32')('settings and files of this machine', () => {
  let bench: RunsBench;
  const outputOf = (detail: Awaited<ReturnType<RunsBench['run']>>, task: string): unknown => {
    const output = detail.state.tasks[task]?.outputs.o;
    return output?.kind === 'parameter' ? output.value : undefined;
  };

  beforeEach(async () => {
    bench = await openRunsBench();
  });
  afterEach(async () => {
    await bench.close();
  });

  async function writeLocal(text: string): Promise<void> {
    await writeFile(join(bench.workspace, 'pipewright.local.yaml'), text);
  }

  const run = (text: string) => bench.run({ text, root: bench.workspace });

  it('gives secrets and config maps as variables and as folders, and hides them', async () => {
    await writeLocal('secrets:\n  db: {password: hunter2hunter2}\nconfigMaps:\n  app: {mode: fast}\n');
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('pipewright-volume-'));
    const detail = await run(
      pipeline({
        t: {
          command: shell(
            'cat /etc/db/password >/dev/null 2>&1 || true; echo "$PASSWORD"; printf %s "$MODE-$(cat "$1")" > "$0"',
            '/etc/db/password',
          ),
          platform: {
            secretAsEnv: [
              {
                secretNameParameter: { runtimeValue: { constant: 'db' } },
                keyToEnv: [{ secretKey: 'password', envVar: 'PASSWORD' }],
              },
            ],
            secretAsVolume: [{ secretName: 'db', mountPath: '/etc/db' }],
            configMapAsEnv: [{ configMapName: 'app', keyToEnv: [{ configMapKey: 'mode', envVar: 'MODE' }] }],
            nodeSelector: { labels: { disk: 'ssd' } },
          },
        },
      }),
    );
    expect(outputOf(detail, 't')).toBe('fast-•••');
    const log = await readFile(join(detail.folder, 'tasks/t/try-1/log.txt'), 'utf8');
    expect(log).toBe('•••\n');
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith('pipewright-volume-'));
    expect(after.length).toBeLessThanOrEqual(before.length);
    const notes = detail.state.notes?.map(({ values }) => values?.setting);
    expect(notes).toEqual(['nodeSelector', '/etc/db']);
  });

  it('says which secret is missing, before and during the run, unless it is optional', async () => {
    const platform = { secretAsEnv: [{ secretName: 'db', keyToEnv: [{ secretKey: 'k', envVar: 'K' }] }] };
    const text = pipeline({ t: { command: shell(':'), platform } });
    const detail = await run(text);
    const reason = { code: 'secret-missing', values: { name: 'db', key: 'k' } };
    expect(detail.state.tasks.t?.reason).toEqual(reason);
    const request = {
      source: { kind: 'ir' as const, text },
      root: bench.workspace,
      parameters: {},
      engine: 'process' as const,
    };
    const preflight = await bench.service.handlers['runs.preflight'](request, { clientId: 'test' });
    expect(preflight.problems).toEqual([{ ...reason, task: 't' }]);
    const [entry] = platform.secretAsEnv;
    const optional = pipeline({
      t: { command: shell('printf ok > "$0"'), platform: { secretAsEnv: [{ ...entry, optional: true }] } },
    });
    expect(outputOf(await run(optional), 't')).toBe('ok');
  });

  it('refuses a local file with a mistake and names the place, not the value', async () => {
    await writeLocal('secrets:\n  db: {password: [hunter2]}\n');
    const failed = run(pipeline({ t: { command: shell(':') } }));
    await expect(failed).rejects.toThrow('secrets.db.password');
    await expect(failed).rejects.not.toThrow('hunter2');
  });

  it('keeps what tasks write into a claim for the tasks after them', async () => {
    const platform = { pvcMount: [{ constant: 'data', mountPath: '/mnt' }] };
    const detail = await run(
      pipeline({
        write: { command: shell('printf 5 > "$1"; printf x > "$0"', '/mnt/n'), platform },
        read: {
          command: shell('cat "$1" > "$0"', '/mnt/n'),
          platform,
          inputs: { parameters: { x: { taskOutputParameter: { producerTask: 'write', outputParameterKey: 'o' } } } },
        },
      }),
    );
    expect(outputOf(detail, 'read')).toBe('5');
  });

  it('imports paths, file addresses and folders that stand in for a store', async () => {
    await writeFile(join(bench.workspace, 'a.txt'), 'A');
    await mkdir(join(bench.workspace, 'samples'));
    await writeFile(join(bench.workspace, 'samples/b.txt'), 'B');
    await writeLocal('folders:\n  gs://bucket/: ./samples\n');
    const read = shell('cat "$1" > "$0"', "{{$.inputs.artifacts['d'].path}}");
    const detail = await run(
      pipeline({
        i1: {
          importer: importerOf(join(bench.workspace, 'a.txt'), {
            metadata: { rows: 3, from: '{{$.pipeline_task_name}}' },
          }),
        },
        i2: { importer: importerOf(`file://${bench.workspace}/a.txt`) },
        i3: { importer: importerOf('gs://bucket/b.txt') },
        t1: { command: read, inputs: fromImporter('i1') },
        t2: { command: read, inputs: fromImporter('i2') },
        t3: { command: read, inputs: fromImporter('i3') },
      }),
    );
    expect(['t1', 't2', 't3'].map((task) => outputOf(detail, task))).toEqual(['A', 'A', 'B']);
    expect(detail.state.tasks.i1?.outputs.artifact).toMatchObject({ metadata: { rows: 3, from: 'i1' } });
    expect(detail.state.tasks.i3?.outputs.artifact).toMatchObject({ uri: 'gs://bucket/b.txt' });
  });

  it('copies into the workspace', async () => {
    await writeFile(join(bench.workspace, 'a.txt'), 'A');
    const detail = await run(
      pipeline({
        i: { importer: importerOf(join(bench.workspace, 'a.txt'), { downloadToWorkspace: true }) },
        t: {
          command: shell('printf %s "$1" > "$0"; test -f "$1"', "{{$.inputs.artifacts['d'].path}}"),
          inputs: fromImporter('i'),
        },
      }),
    );
    expect(outputOf(detail, 't')).toBe(join(detail.folder, 'workspace/.artifacts/importer/i/a.txt'));
  });

  it.each([
    ['s3://nowhere/x', 'importer-store-unknown'],
    ['/nowhere/x', 'importer-absent'],
    ['http://127.0.0.1:1/x', 'importer-failed'],
  ])('says why %s cannot be imported', async (uri, code) => {
    const detail = await run(pipeline({ i: { importer: importerOf(uri) } }));
    expect(detail.state.tasks.i?.reason?.code).toBe(code);
  });

  describe('over the network', () => {
    let server: Server;
    let address: string;
    const asked: string[] = [];

    beforeEach(async () => {
      asked.length = 0;
      server = createServer((request, response) => {
        asked.push(`${request.url} ${String(request.headers.authorization ?? '').slice(0, 16)}`);
        if (request.url === '/data.csv' || request.url === '/bucket/folder/one.txt') response.end('one');
        else if (request.url === '/bucket/folder/deep/two.txt') response.end('two');
        else if (request.url?.startsWith('/bucket?') === true) {
          response.end('<R><Key>folder/one.txt</Key><Key>folder/deep/two.txt</Key><Key>folder/../evil</Key></R>');
        } else {
          response.statusCode = 404;
          response.end();
        }
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterEach(() => new Promise((resolve) => server.close(resolve)));

    it('fetches by http', async () => {
      const detail = await run(
        pipeline({
          i: { importer: importerOf(`${address}/data.csv`) },
          t: { command: shell('cat "$1" > "$0"', "{{$.inputs.artifacts['d'].path}}"), inputs: fromImporter('i') },
        }),
      );
      expect(outputOf(detail, 't')).toBe('one');
    });

    it('fetches an object, or all below a name, from a store that the local file names', async () => {
      await writeLocal(
        `objectStores:\n  - {prefix: "s3://", endpoint: "${address}", accessKey: me, secretKey: {file: ./key}}\n`,
      );
      await writeFile(join(bench.workspace, 'key'), 'secret');
      const detail = await run(
        pipeline({
          i: { importer: importerOf('s3://bucket/folder') },
          t: {
            command: shell('cat "$1/one.txt" "$1/deep/two.txt" > "$0"', "{{$.inputs.artifacts['d'].path}}"),
            inputs: fromImporter('i'),
          },
        }),
      );
      expect(outputOf(detail, 't')).toBe('onetwo');
      expect(asked.every((request) => request.endsWith('AWS4-HMAC-SHA256'))).toBe(true);
      expect(asked.join('\n')).not.toContain('evil');
    });
  });
});
