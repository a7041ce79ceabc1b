import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../services/temporary-folder.ts';
import { startProgram } from '../start-program.ts';
import { runCli } from './run-cli.ts';

const penguins = fileURLToPath(new URL('../../../assets/examples/penguins/penguins.pipeline.yaml', import.meta.url));

/** IR with a parameter of each type and one task that runs a shell text. */
function irOf(script: string): string {
  return [
    'pipelineInfo: {name: typed}',
    'schemaVersion: 2.1.0',
    'sdkVersion: kfp-2.17.0',
    'components:',
    '  comp-work:',
    '    executorLabel: exec-work',
    '    inputDefinitions: {parameters: {count: {parameterType: NUMBER_INTEGER}, list: {parameterType: LIST}}}',
    '    outputDefinitions: {parameters: {said: {parameterType: STRING}}}',
    'deploymentSpec:',
    '  executors:',
    '    exec-work:',
    '      container:',
    '        image: none',
    `        command: [sh, -c, ${JSON.stringify(script)}]`,
    "        args: ['{{$.inputs.parameters[''count'']}}', '{{$.inputs.parameters[''list'']}}', '{{$.outputs.parameters[''said''].output_file}}']",
    'root:',
    '  inputDefinitions:',
    '    parameters:',
    '      count: {parameterType: NUMBER_INTEGER}',
    '      list: {parameterType: LIST, defaultValue: [1]}',
    '      flag: {parameterType: BOOLEAN, isOptional: true}',
    '  dag:',
    '    tasks:',
    '      work:',
    '        taskInfo: {name: work}',
    '        cachingOptions: {}',
    '        componentRef: {name: comp-work}',
    '        inputs:',
    '          parameters:',
    '            count: {componentInputParameter: count}',
    '            list: {componentInputParameter: list}',
    '',
  ].join('\n');
}

async function writeIr(script: string): Promise<{ readonly folder: string; readonly dataFolder: string }> {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'p.yaml'), irOf(script));
  return { folder, dataFolder: join(folder, 'data') };
}

const say = 'printf "%s %s" "$0" "$1" > "$2"; echo logged';

test('the penguins example runs whole, and its accuracy can be read', async () => {
  const dataFolder = await makeTemporaryFolder();
  const ran = await runCli(['run', penguins, '--engine', 'process'], { dataFolder });
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  const accuracy = /^accuracy: (0\.\d+|1)$/m.exec(ran.stdout)?.[1];
  expect(Number(accuracy)).toBeGreaterThan(0.9);
  const outputs = await runCli(['runs', 'outputs', 'latest', '--json'], { dataFolder });
  const { outputs: values } = JSON.parse(outputs.stdout);
  expect(await readFile(values.report.uri.replace(/^file:\/\//, ''), 'utf8')).toContain('html');
  const cached = await runCli(['run', penguins, '--engine', 'process', '--json'], { dataFolder });
  const events = cached.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.filter(({ event, phase }) => event === 'task' && phase === 'cached').length).toBeGreaterThan(5);
  expect(events.at(-1)).toMatchObject({ event: 'run', phase: 'succeeded' });
});

describe('parameters', () => {
  test('are read by their declared type, the later over the file', async () => {
    const { folder, dataFolder } = await writeIr(say);
    await writeFile(join(folder, 'values.yaml'), 'count: 1\nlist: [a, b]\nflag: yes\n');
    const parameters = ['run', 'p.yaml', '--engine', 'process', '--params-file', 'values.yaml', '--param', 'count=42'];
    expect((await runCli(parameters, { folder, dataFolder })).code).toBe(0);
    const { stdout } = await runCli(['runs', 'outputs', 'latest', 'work', '--json'], { folder, dataFolder });
    expect(JSON.parse(stdout).tasks.work.said.value.replaceAll(' ', '')).toBe('42["a","b"]');
    const logs = await runCli(['runs', 'logs', 'latest', 'work'], { folder, dataFolder });
    expect(logs).toEqual({ code: 0, stdout: 'logged\n', stderr: '' });
  });

  test.each([
    [[], /count/],
    [['--param', 'nope=1', '--param', 'count=1'], /nope/],
    [['--param', 'count=many'], /count/],
    [['--param', 'count=1.5'], /count/],
    [['--param', 'count=1', '--param', 'list=x'], /list/],
    [['--param', 'count'], /NAME=VALUE/],
    [['--param', '=1'], /NAME=VALUE/],
    [['--param', 'count=1', '--params-file', 'list.yaml'], /list\.yaml/],
    [['--param', 'count=1', '--params-file', 'damaged.yaml'], /damaged\.yaml.*line/],
    [['--param', 'count=1', '--params-file', 'absent.yaml'], /absent\.yaml/],
    [['--param', '__proto__=1', '--param', 'count=1'], /__proto__/],
  ])('%j is wrong use and names what is wrong', async (parameters, pattern) => {
    const { folder, dataFolder } = await writeIr(say);
    await writeFile(join(folder, 'list.yaml'), '- 1\n');
    await writeFile(join(folder, 'damaged.yaml'), 'a: [\n');
    const result = await runCli(['run', 'p.yaml', '--engine', 'process', ...parameters], { folder, dataFolder });
    expect([result.code, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toMatch(pattern);
  });
});

test('without consent nothing of a foreign folder is started', async () => {
  const { folder, dataFolder } = await writeIr('touch started');
  const { code, stderr } = await runCli(['run', 'p.yaml', '--param', 'count=1'], { folder, dataFolder });
  expect(code).toBe(2);
  expect(stderr).toContain('--engine process');
  const once = await runCli(['run', 'p.yaml', '--param', 'count=1', '--engine', 'process'], { folder, dataFolder });
  expect(once.code).toBe(1);
  const again = await runCli(['run', 'p.yaml', '--param', 'count=1'], { folder, dataFolder });
  expect(again.code, 'consent is for one run').toBe(2);
});

test('a task that fails fails the run, and the end of its log is shown', async () => {
  const { folder, dataFolder } = await writeIr('echo went wrong; exit 3');
  const { code, stdout, stderr } = await runCli(['run', 'p.yaml', '--param', 'count=1', '--engine', 'process'], {
    folder,
    dataFolder,
  });
  expect(code).toBe(1);
  expect(stderr).toContain('went wrong');
  expect(stdout).toMatch(/✗ work .*exit code 3/);
  const list = await runCli(['runs', 'list', '--json'], { folder, dataFolder });
  expect(JSON.parse(list.stdout)).toMatchObject([{ phase: 'failed', pipelineName: 'typed' }]);
});

test('Ctrl-C stops the run and its processes', async () => {
  const { folder, dataFolder } = await writeIr('echo $$; exec sleep 600');
  const program = new URL('../../../main/hosts/cli/main.ts', import.meta.url);
  const run = startProgram(program, ['run', 'p.yaml', '--param', 'count=1', '--engine', 'process'], {
    folder,
    environment: { PIPEWRIGHT_DATA_DIR: dataFolder },
  });
  await run.waitFor('stdout', /▸ work/);
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(1);
  expect(run.output().stderr).toContain('Stopping the run');
  const { stdout } = await runCli(['runs', 'list', '--json'], { folder, dataFolder });
  expect(JSON.parse(stdout)).toMatchObject([{ phase: 'cancelled' }]);
});

test('a second Ctrl-C kills what does not want to end', async () => {
  const { folder, dataFolder } = await writeIr("trap '' TERM INT; echo ready > ready; while :; do sleep 600; done");
  const program = new URL('../../../main/hosts/cli/main.ts', import.meta.url);
  const run = startProgram(program, ['run', 'p.yaml', '--param', 'count=1', '--engine', 'process'], {
    folder,
    environment: { PIPEWRIGHT_DATA_DIR: dataFolder },
  });
  await run.waitFor('stdout', /▸ work/);
  run.child.kill('SIGINT');
  await run.waitFor('stderr', /Press Ctrl-C again/);
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(1);
  const { stdout } = await runCli(['runs', 'list', '--json'], { folder, dataFolder });
  expect(JSON.parse(stdout)).toMatchObject([{ phase: 'cancelled' }]);
});

test('runs and tasks that are not there are wrong use', async () => {
  const { folder, dataFolder } = await writeIr(say);
  expect((await runCli(['runs', 'logs', 'latest'], { dataFolder })).code).toBe(2);
  await runCli(['run', 'p.yaml', '--param', 'count=1', '--engine', 'process'], { folder, dataFolder });
  const { code, stderr } = await runCli(['runs', 'outputs', 'latest', 'nope'], { dataFolder });
  expect(code).toBe(2);
  expect(stderr).toContain('work');
});

test('a file that is neither a pipeline nor IR is refused', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'a.yaml'), 'kind: Something\n');
  const { code, stderr } = await runCli(['run', 'a.yaml', '--engine', 'process'], { folder, dataFolder: folder });
  expect(code).toBe(1);
  expect(stderr).toContain('a.yaml');
});

test('goes on with a run that failed, and says what has no effect here', async () => {
  const folder = await makeTemporaryFolder();
  const dataFolder = join(folder, 'data');
  const flag = join(folder, 'flag');
  const file = join(folder, 'p.yaml');
  const platform =
    'platforms: {kubernetes: {deploymentSpec: {executors: {exec-work: {nodeSelector: {labels: {a: b}}}}}}}';
  await writeFile(file, `${irOf(`test -f ${flag} && printf done > "$2"`)}---\n${platform}\n`);
  const failed = await runCli(['run', file, '--engine', 'process', '-p', 'count=1'], { dataFolder });
  expect(failed.code).toBe(1);
  expect(failed.stderr).toContain('“nodeSelector” of work has no effect on this machine.');

  const refused = await runCli(['runs', 'resume', 'latest'], { dataFolder });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('--allow-process');

  await writeFile(flag, '');
  const resumed = await runCli(['runs', 'resume', 'latest', '--allow-process'], { dataFolder });
  expect(resumed.code).toBe(0);
  expect(resumed.stdout).toContain('✓ work');
  const again = await runCli(['runs', 'resume', 'latest', '--allow-process'], { dataFolder });
  expect(again.code).not.toBe(0);
}, 60_000);

test('a container engine that does not answer is no engine', async () => {
  const folder = await makeTemporaryFolder();
  const file = join(folder, 'p.yaml');
  await writeFile(file, irOf('true'));
  const environment = { PATH: folder };
  const { code, stderr } = await runCli(['run', file, '--engine', 'podman', '-p', 'count=1'], {
    dataFolder: folder,
    environment,
  });
  expect(code).not.toBe(0);
  expect(stderr).toContain('containers');
});
