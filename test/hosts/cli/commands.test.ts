import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../services/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const penguins = fileURLToPath(new URL('../../../assets/examples/penguins', import.meta.url));
const catalog = fileURLToPath(new URL('../../../assets/catalog', import.meta.url));
const fileName = 'penguins.pipeline.yaml';

const broken = `apiVersion: pipewright.dev/v1
kind: Pipeline
metadata: {name: broken}
tasks:
  first:
    component: nowhere@0123
    after: [second]
  second:
    component: nowhere@0123
    after: [first]
`;

test('a sound file has no problems, from where the user stands', async () => {
  const human = await runCli(['validate', fileName], { folder: penguins });
  expect(human).toEqual({ code: 0, stdout: `${fileName}: no problems.\n`, stderr: '' });
  const json = await runCli(['validate', fileName, '--target', 'kfp', '--json'], { folder: penguins });
  expect([json.code, JSON.parse(json.stdout)]).toEqual([0, []]);
});

test('problems have code, severity, sentence and place', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'a.pipeline.yaml'), broken);
  const { code, stdout } = await runCli(['validate', 'a.pipeline.yaml', '--json'], { folder });
  expect(code).toBe(1);
  const problems: readonly {
    code: string;
    severity: string;
    message: string;
    place: { path: string; line?: number };
  }[] = JSON.parse(stdout);
  expect(problems.length).toBeGreaterThan(1);
  for (const problem of problems) {
    expect(problem.code).toMatch(/^[a-z][a-z-]+$/);
    expect(['error', 'warning', 'info']).toContain(problem.severity);
    expect(problem.message).not.toMatch(/\{\w+\}|^[a-z]+\.[a-z-]+$/);
  }
  expect(problems).toContainEqual(
    expect.objectContaining({ place: expect.objectContaining({ path: 'first', line: 5 }) }),
  );
  const human = await runCli(['validate', 'a.pipeline.yaml'], { folder });
  expect(human.stdout).toMatch(/^a\.pipeline\.yaml:\d+: error: first/m);
});

test.each(['compile', 'import'])('%s into a folder that is not there names the folder', async (command) => {
  const { code, stdout, stderr } = await runCli([command, fileName, '-o', 'nowhere/a.yaml'], { folder: penguins });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('The folder nowhere does not exist, so nowhere/a.yaml was not written.');
});

test.each([
  ['text', 'just text\n', 'not-a-pipeline'],
  ['a conflict', '<<<<<<< mine\na: 1\n=======\na: 2\n>>>>>>> theirs\n', 'conflict-markers'],
])('%s is no pipeline, which is a problem with its reason', async (_name, text, code) => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'a.pipeline.yaml'), text);
  const result = await runCli(['validate', 'a.pipeline.yaml', '--json'], { folder });
  expect(result.code).toBe(1);
  expect(JSON.parse(result.stdout)).toMatchObject([{ code, severity: 'error' }]);
  expect(result.stdout).not.toMatch(/\{\w+\}/);
});

test('a file of a newer version is checked, with a warning that says so', async () => {
  const folder = await makeTemporaryFolder();
  const text = await readFile(join(penguins, fileName), 'utf8');
  await writeFile(join(folder, 'a.pipeline.yaml'), text.replace('pipewright.dev/v1', 'pipewright.dev/v2'));
  const { code, stdout } = await runCli(['validate', 'a.pipeline.yaml', '--json'], { folder });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ code: 'newer-version', severity: 'warning', place: { line: 1 } }]);
  const compiled = await runCli(['compile', 'a.pipeline.yaml'], { folder });
  expect([compiled.code, compiled.stderr]).toEqual([0, expect.stringContaining('newer version')]);
});

test('compiling prints the IR, or writes the very same to a file', async () => {
  const folder = await makeTemporaryFolder();
  const printed = await runCli(['compile', join(penguins, fileName)], { folder });
  expect(printed.code).toBe(0);
  expect(printed.stdout).toMatch(/^# PIPELINE DEFINITION\n# Name: penguins\n/);
  const written = await runCli(['compile', join(penguins, fileName), '-o', 'out.yaml'], { folder });
  expect([written.code, written.stdout]).toEqual([0, '']);
  expect(await readFile(join(folder, 'out.yaml'), 'utf8')).toBe(printed.stdout);
});

test('with errors nothing is compiled and an earlier output stays', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'a.pipeline.yaml'), broken);
  await writeFile(join(folder, 'out.yaml'), 'earlier');
  const { code, stdout, stderr } = await runCli(['compile', 'a.pipeline.yaml', '-o', 'out.yaml'], { folder });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('a.pipeline.yaml:');
  expect(await readFile(join(folder, 'out.yaml'), 'utf8')).toBe('earlier');
  expect(await readdir(folder)).toEqual(['a.pipeline.yaml', 'out.yaml']);
});

test('components are listed with ports, broken ones with file, line and reason', async () => {
  const folder = await makeTemporaryFolder();
  await mkdir(join(folder, 'parts'));
  await cp(join(catalog, 'tables', 'read-csv'), join(folder, 'parts', 'read-csv'), { recursive: true });
  await writeFile(join(folder, 'parts', 'component.yaml'), 'name: Broken\nimplementation: {container: {}}\n');
  const { code, stdout } = await runCli(['components', 'parts', '--json'], { folder });
  const [bad, good] = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(bad).toMatchObject({ path: join('parts', 'component.yaml'), status: 'broken', inputs: [], outputs: [] });
  expect(bad.problems[0].message).not.toMatch(/\{\w+\}|^component\./);
  expect(good).toMatchObject({ path: join('parts', 'read-csv', 'component.yaml'), status: 'ok', problems: [] });
  for (const port of [...good.inputs, ...good.outputs]) {
    expect(port).toEqual({
      id: expect.any(String),
      name: expect.any(String),
      kind: expect.stringMatching(/^(parameter|artifact)$/),
      type: expect.stringMatching(/^([A-Z_]+|\w+\.\w+)$/),
    });
  }
  expect((await runCli(['components', 'parts/read-csv'], { folder })).code).toBe(0);
});

test('compiling for another target writes its text; a target nobody knows is wrong use', async () => {
  const folder = penguins;
  const manifest = await runCli(['compile', fileName, '--target', 'manifest'], { folder });
  expect([manifest.code, manifest.stdout]).toEqual([0, expect.stringMatching(/^kind: PipelineVersion$/m)]);
  const argo = await runCli(['compile', fileName, '--target', 'argo'], { folder });
  expect([argo.code, argo.stdout]).toEqual([0, expect.stringMatching(/^kind: Workflow$/m)]);
  const unknown = await runCli(['compile', fileName, '--target', 'tekton'], { folder });
  expect([unknown.code, unknown.stdout]).toEqual([2, '']);
});

test('defaults that are not given are written into the tasks when asked for', async () => {
  const count = (text: string): number => text.split('runtimeValue:').length;
  const [plain, written] = await Promise.all(
    [[], ['--write-defaults']].map((more) => runCli(['compile', fileName, ...more], { folder: penguins })),
  );
  expect([plain?.code, written?.code]).toEqual([0, 0]);
  expect(count(written?.stdout ?? '')).toBeGreaterThan(count(plain?.stdout ?? ''));
});
