import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { renameTask } from '../../src/model/edits/rename-task.ts';
import { rootPipeline, tasksOfPipeline } from '../../src/model/lookups.ts';

const TEXT = readFileSync(new URL('../fixtures/hand-written.pipeline.yaml', import.meta.url), 'utf8');
const HEAD = 'apiVersion: pipewright.dev/v1\nkind: Pipeline\nmetadata: {name: p}\n';

function open(text: string) {
  const parsed = parsePipelineFile(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

function problems(text: string): readonly string[] {
  return open(text).diagnostics.map(({ code, line }) => `${code} ${line}`);
}

/** Nine levels of ten references each. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const items = Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*a${level - 1}`)).join(', ');
    return `a${level}: &a${level} [${items}]`;
  });
  return `${HEAD}${levels.join('\n')}\n`;
}

describe('a text that is no pipeline', () => {
  it.each([
    ['empty text', '', 'not-a-pipeline'],
    ['plain words', 'hello there', 'not-a-pipeline'],
    ['another YAML file', 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\n', 'not-a-pipeline'],
    ['an IR file', 'components: {}\nroot: {}\nschemaVersion: 2.1.0\n', 'not-a-pipeline'],
    ['several documents that are lists', '- a\n---\n- b\n', 'not-a-pipeline'],
    ['another YAML file that is broken', 'apiVersion: v1\nkind: Secret\ndata: [1\n', 'not-a-pipeline'],
    ['a fragment', HEAD.replace('Pipeline', 'Fragment'), 'not-a-pipeline'],
    ['no YAML at all', '{{{ : ]\n\t- x: [', 'not-yaml'],
    ['binary data', `${HEAD}\0\0`, 'binary'],
    ['a YAML bomb', bomb(), 'yaml-bomb'],
    ['an alias to itself', `${HEAD}x: &x [*x]\n`, 'yaml-bomb'],
    ['a nesting without end', `${HEAD}x: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`, 'too-deep'],
    ['too much text', HEAD + '#'.repeat(33 * 1024 * 1024), 'too-large'],
  ])('%s is refused with a code', (_, text, code) => {
    const parsed = parsePipelineFile(text);
    expect(parsed.ok ? 'opened' : parsed.error.code).toBe(code);
  });

  it.each([
    ['an open bracket alone', 'a: [1\n b', 2],
    ['an open bracket below what can be read', 'a: 1\nb: 2\nc: [1\n', 3],
    ['an open quote in the head', 'apiVersion: pipewright.dev/v1\nkind: "Pipeline\nmetadata: {name: p}\n', 2],
  ])('%s is told with its line and reason', (_, text, near) => {
    const parsed = parsePipelineFile(text);
    const error = parsed.ok ? undefined : parsed.error;
    expect(error?.code).toBe('not-yaml');
    expect(error?.values.reason).toMatch(/[A-Za-z]{3}/);
    expect(error?.line).toBe(error?.values.line);
    expect(Math.abs((error?.line ?? 0) - near)).toBeLessThanOrEqual(1);
  });

  it('tells the line of a merge conflict', () => {
    const text = TEXT.replace(
      '    read: [0, 10]\n',
      '<<<<<<< HEAD\n    read: [0, 10]\n=======\n    read: [5, 10]\n>>>>>>> other\n',
    );
    const parsed = parsePipelineFile(text);
    expect(parsed.ok ? undefined : parsed.error).toEqual({ code: 'conflict-markers', values: { line: 45 }, line: 45 });
  });
});

describe('a broken pipeline file', () => {
  it.each([
    ['an open bracket', '        after: [read]', '        after: [read', 28],
    ['an open quote', "              - 'b'", "              - 'b", 20],
    ['a colon too many', '        x-note: kept', '        x-note: a: b: c', 21],
    ['a tab in the indentation', '        x-note: kept', '\tx-note: kept', 21],
    ['a stray word', '        x-note: kept', '        kept', 21],
  ])('with %s opens with the rest', (_, good, bad, near) => {
    expect(TEXT).toContain(good);
    const file = open(TEXT.replace(good, bad));
    expect(file.damaged).toBe(true);
    const syntax = file.diagnostics.filter(({ code }) => code === 'syntax');
    expect(syntax.length).toBeGreaterThan(0);
    expect(Math.abs((syntax[0]?.line ?? 0) - near)).toBeLessThanOrEqual(3);
    expect(tasksOfPipeline(file.document, file.document.root).length).toBeGreaterThanOrEqual(1);
    expect(file.document.components.size).toBe(1);
    expect(file.document.layout.size).toBeGreaterThanOrEqual(1);
  });

  it('loses only the entry that is broken', () => {
    const file = open(TEXT.replace('        after: [read]', '        after: [read'));
    const [read, train] = tasksOfPipeline(file.document, file.document.root);
    expect([read?.name, train?.name]).toEqual(['read', 'train']);
    expect(Object.keys(train?.arguments ?? {})).toEqual(['table', 'rows']);
    expect(train?.options).toEqual({ retry: { maxCount: 3, backoffSeconds: 120 } });
    expect(train?.after).toEqual([]);
  });

  it('reads the first of several documents and says so', () => {
    const file = open(`${HEAD}tasks: {}\n---\nother: 1\n`);
    expect(file.diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(['extra-document 5']);
    expect(file.damaged).toBe(true);
  });

  it('of a newer version opens read-only', () => {
    const file = open(TEXT.replace('pipewright.dev/v1', 'pipewright.dev/v7'));
    expect(file.readOnly).toBe('newer-version');
    expect(tasksOfPipeline(file.document, file.document.root)).toHaveLength(2);
  });

  it.each([
    [
      'an unknown task',
      'tasks:\n  a:\n    component: c@1\n    after: [b]\n',
      ['missing-component 6', 'missing-task 7'],
    ],
    [
      'an unknown loop',
      'tasks:\n  a:\n    component: c@1\n    arguments:\n      x: {item: l}\n',
      ['missing-component 6', 'missing-group 8'],
    ],
    [
      'an unknown input',
      'tasks:\n  a:\n    component: c@1\n    arguments:\n      x: {input: i}\n',
      ['missing-component 6', 'missing-input 8'],
    ],
    ['an unknown sub-pipeline', 'tasks:\n  a: {pipeline: sub}\n', ['missing-pipeline 5']],
    ['a task of no kind', 'tasks:\n  a: {displayName: A}\n', ['missing-target 5']],
    ['a task that is text', 'tasks:\n  a: text\n', ['invalid-value 5', 'missing-target 5']],
    ['a name twice', 'tasks:\n  a: {importer: {}}\n  a: {importer: {}}\n', ['duplicate-name 6']],
    [
      'an argument without a value',
      'tasks:\n  a:\n    importer: {}\n    arguments:\n      uri:\n',
      ['empty-argument 8'],
    ],
    [
      'an argument of no kind',
      'tasks:\n  a:\n    importer: {}\n    arguments:\n      uri: {what: 1}\n',
      ['invalid-argument 8'],
    ],
    [
      'a reference without a port',
      'tasks:\n  a:\n    importer: {}\n    arguments:\n      uri: {from: a}\n',
      ['invalid-value 8', 'invalid-argument 8'],
    ],
    ['an unknown type', 'inputs:\n  a: {type: CSV}\n', ['unknown-type 5']],
    [
      'a setting of the wrong kind',
      'tasks:\n  a:\n    importer: {}\n    options: {retry: {maxCount: many}}\n',
      ['invalid-value 7', 'invalid-value 7'],
    ],
    ['a number too large', 'x-id: 12345678901234567890\n', ['imprecise-number 4']],
    ['a place of nothing', 'layout:\n  ghost: [1, 2]\n', ['stray-layout 5']],
    ['tasks that are a list', 'tasks:\n  - a\n', ['invalid-value 4']],
    ['a branch without a list', 'tasks:\n  c: {branches: {}}\n', ['invalid-value 5']],
  ])('with %s opens and names the line', (_, body, expected) => {
    expect(problems(HEAD + body)).toEqual(expected);
  });

  it('is not changed by saving it unedited, whatever it has that cannot be read', () => {
    const text = `${HEAD}tasks:\n  a:\n    importer: {type: CSV}\n    arguments:\n      uri: {what: 1}\n      b: 1\n    after: [ghost]\nlayout:\n  ghost: [1, 2]\n`;
    const file = open(text);
    expect(printPipelineFile(file.document, file.source)).toBe(text);
    const [task] = tasksOfPipeline(file.document, file.document.root);
    const edit = renameTask(file.document, task?.id as never, 'other');
    expect(printPipelineFile(edit.document, file.source)).toBe(text.replace('  a:', '  other:'));
  });

  it('keeps a broken reference as one', () => {
    const file = open(`${HEAD}tasks:\n  a:\n    importer: {}\n    arguments:\n      uri: {from: gone.out}\n`);
    expect([...file.document.missing.values()]).toEqual(['gone']);
    expect(printPipelineFile(file.document)).toContain('uri: {from: gone.out}');
    expect(rootPipeline(file.document).name).toBe('p');
  });
});
