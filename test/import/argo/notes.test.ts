import { describe, expect, it } from 'vitest';
import { compileForTarget } from '../../../src/compile/targets.ts';
import { importArgo } from '../../../src/import/argo/import-argo.ts';
import { importEnglish } from '../../../src/words/import.en.ts';
import { readForeignYamlExactly } from '../../../src/yaml/read-foreign-yaml.ts';

const PROGRAM = '{name: run, container: {image: alpine, command: [ls]}}';
const SAY =
  "{name: say, inputs: {parameters: [{name: words}]}, container: {image: alpine, command: [echo, '{{inputs.parameters.words}}']}}";

/** A workflow whose entrypoint has these tasks, with further templates and fields of its spec. */
function workflow(tasks: string, more: { readonly templates?: string; readonly spec?: string } = {}): string {
  const templates = [PROGRAM, SAY, more.templates].filter((template) => template !== undefined).join(', ');
  return `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: test-}
spec:
  entrypoint: main
  ${more.spec ?? 'arguments: {parameters: [{name: who, value: me}]}'}
  templates: [{name: main, dag: {tasks: [${tasks}]}}, ${templates}]
`;
}

const say = (more: string): string =>
  `{name: a, template: say, arguments: {parameters: [{name: words, value: x}]}, ${more}}`;

function imported(text: string) {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(read.error.code);
  return importArgo(read.value.documents);
}

function notesOf(text: string): readonly string[] {
  const result = imported(text);
  return result.ok ? result.value.notKept.map(({ code }) => code) : result.error.map(({ code }) => code);
}

const CASES: { readonly [code: string]: string } = {
  'argo-argument-not-read': workflow(
    '{name: a, template: file, arguments: {artifacts: [{name: f, raw: {data: text}}]}}',
    {
      templates: '{name: file, inputs: {artifacts: [{name: f, path: /f}]}, container: {image: a, command: [cat, /f]}}',
    },
  ),
  'argo-cycle': workflow(
    '{name: x, template: run}, {name: a, template: run, dependencies: [b]}, {name: b, template: run, dependencies: [a]}',
  ),
  'argo-depends': workflow(
    '{name: a, template: run}, {name: b, template: run}, {name: c, template: run, depends: a || b}',
  ),
  'argo-exit-not-read': workflow('{name: a, template: run}', { spec: 'onExit: nowhere' }),
  'argo-field-not-read': workflow('{name: a, template: run, continueOn: {failed: true}}'),
  'argo-hidden-path': workflow('{name: a, template: out}', {
    templates:
      '{name: out, container: {image: a, command: [make]}, outputs: {artifacts: [{name: o, path: /secret/place}]}}',
  }),
  'argo-items-not-read': workflow(say("withItems: ['{{workflow.name}}']")),
  'argo-mark-not-read': workflow(
    "{name: a, template: say, arguments: {parameters: [{name: words, value: '{{retries}}'}]}}",
  ),
  'argo-more-workflows': `${workflow('{name: a, template: run}')}---\n${workflow('{name: a, template: run}')}`,
  'argo-no-entrypoint': 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec: {entrypoint: main, templates: []}\n',
  'argo-not-a-workflow': 'apiVersion: argoproj.io/v1alpha1\nkind: Sensor\n',
  'argo-output-not-read': workflow('{name: a, template: out}', {
    templates:
      '{name: out, container: {image: a, command: [make]}, outputs: {parameters: [{name: o, valueFrom: {supplied: {}}}]}}',
  }),
  'argo-recursive': workflow('{name: x, template: run}, {name: a, template: main, dependencies: [x]}'),
  'argo-run-parameters': workflow('{name: a, template: echo}', {
    templates: "{name: echo, container: {image: a, command: [echo, '{{workflow.parameters.nowhere}}']}}",
  }),
  'argo-schedule': workflow('{name: a, template: run}', { spec: "schedule: '0 1 * * *'" }).replace(
    'kind: Workflow',
    'kind: CronWorkflow',
  ),
  'argo-setting-not-read': workflow('{name: a, template: run}', { spec: 'podGC: {strategy: OnPodSuccess}' }),
  'argo-template-elsewhere': workflow('{name: x, template: run}, {name: a, templateRef: {name: other, template: far}}'),
  'argo-template-not-read': workflow('{name: x, template: run}, {name: a, template: wait}', {
    templates: '{name: wait, suspend: {}}',
  }),
  'argo-when-not-read': workflow(say("when: '{{workflow.parameters.who}} in (a, b)'")),
};

describe('what cannot be drawn', () => {
  it.each(Object.entries(CASES))('%s', (code, text) => {
    expect(notesOf(text)).toContain(code);
  });

  it('has a case for each of its notes', () => {
    const codes = Object.keys(importEnglish).filter((key) => key.startsWith('import.argo-'));
    expect(codes.map((key) => key.replace('import.', '')).sort()).toEqual(Object.keys(CASES).sort());
  });
});

describe('what can be drawn although the KFP v1 compiler does not write it', () => {
  /** The only workflow, written back. */
  function backOf(text: string): string {
    const result = imported(text);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.notKept).toEqual([]);
    const compiled = compileForTarget(result.value.document, 'argo');
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    return compiled.value.text;
  }

  it('steps wait for the list before them', () => {
    const text = workflow('{name: x, template: run}').replace(
      '{name: main, dag: {tasks: [{name: x, template: run}]}}',
      '{name: main, steps: [[{name: a, template: run}, {name: b, template: run}], [{name: c, template: run}]]}',
    );
    expect(backOf(text)).toMatch(/name: c\n +template: c\n +dependencies:\n +- a\n +- b\n/);
  });

  it('a sequence counts as text', () => {
    expect(backOf(workflow(say("withSequence: {start: '2', end: '4'}")))).toMatch(
      /withItems:\n +- '2'\n +- '3'\n +- '4'\n/,
    );
  });

  it('a condition of several parts is one inside the other', () => {
    const back = backOf(
      workflow(say(`when: '"{{workflow.parameters.who}}" == "me" && "{{workflow.parameters.who}}" != "you"'`)),
    );
    expect(back).toContain(`when: '"{{inputs.parameters.who}}" == "me"'`);
    expect(back).toContain(`when: '"{{inputs.parameters.who}}" != "you"'`);
  });

  it('a script is a program with its text on the command line', () => {
    const script =
      "{name: py, script: {image: python, command: [python3], source: 'print({{workflow.parameters.who}})'}}";
    expect(backOf(workflow('{name: a, template: py}', { templates: script }))).toMatch(
      /command:\n +- python3\n +- -c\n +- print\({{inputs.parameters.who}}\)\n/,
    );
  });

  it('a file that lies somewhere is imported', () => {
    const file = '{name: file, inputs: {artifacts: [{name: f, path: /f}]}, container: {image: a, command: [cat, /f]}}';
    const call = '{name: a, template: file, arguments: {artifacts: [{name: f, s3: {bucket: b, key: k}}]}}';
    expect(backOf(workflow(call, { templates: file }))).toMatch(/s3:\n +bucket: b\n +key: k\n/);
  });

  it('a template with tasks is a sub-pipeline, whatever it is given', () => {
    const inner =
      "{name: inner, inputs: {parameters: [{name: list}]}, dag: {tasks: [{name: s, template: say, withParam: '{{inputs.parameters.list}}', arguments: {parameters: [{name: words, value: '{{item}}'}]}}]}}";
    const call = (name: string, list: string) =>
      `{name: ${name}, template: inner, arguments: {parameters: [{name: list, value: '${list}'}]}}`;
    const back = backOf(workflow(`${call('a', '["x"]')}, ${call('b', '["y", "z"]')}`, { templates: inner }));
    expect(back.match(/template: inner\n/g)).toHaveLength(2);
    expect(back).toContain(`value: '["y", "z"]'`);
  });
});
