import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/analysis/check-document.ts';
import { compileDocument } from '../../../src/compile/compile-document.ts';
import { compileGraphComponent } from '../../../src/compile/graph-component/compile-graph-component.ts';
import { createGraphWriter } from '../../../src/compile/graph-component/write-graph-component.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import { importGraphComponent } from '../../../src/import/graph-component/import-graph-component.ts';
import type { PipelineDocument, TaskRecord } from '../../../src/model/document.ts';
import { renameTask } from '../../../src/model/edits/rename-task.ts';
import type { BranchesGroup } from '../../../src/model/group.ts';
import { enclosingGroups, rootPipeline } from '../../../src/model/lookups.ts';
import { sentence } from '../../../src/words/sentences.ts';
import type { YamlTree } from '../../../src/yaml/yaml-tree.ts';
import { damage, REPLACEMENTS } from '../damage.ts';

const SPEC: YamlTree = {
  name: 'Flip',
  inputs: [
    { name: 'Input text', type: 'String', optional: true },
    { name: 'Count', type: 'Integer', optional: true },
  ],
  outputs: [
    { name: 'Side', type: 'String' },
    { name: 'Number', type: 'Integer' },
    { name: 'Sure', type: 'Boolean' },
  ],
  implementation: { container: { image: 'alpine', command: ['true'] } },
};

type Tasks = { readonly [id: string]: YamlTree };

function graph(tasks: Tasks, more: object = {}): YamlTree {
  const spelled = Object.entries(tasks).map(([id, task]) => [
    id,
    { componentRef: { spec: SPEC }, ...(task as object) },
  ]);
  return { name: 'Test', implementation: { graph: { tasks: Object.fromEntries(spelled) } }, ...more };
}

function read(tree: YamlTree): { document: PipelineDocument; notes: readonly string[] } {
  const imported = importGraphComponent(tree);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const { document } = imported.value;
  expect(createGraphWriter(document).component(document.root)).toEqual(tree);
  return { document, notes: imported.value.notKept.map(({ code }) => code) };
}

function taskNamed(document: PipelineDocument, name: string): TaskRecord {
  const found = [...document.tasks.values()].find((task) => task.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

/** The conditions of the branches around a task, outermost first. */
function conditionsOf(document: PipelineDocument, name: string): readonly string[] {
  const groups = enclosingGroups(document, taskNamed(document, name).id) as readonly BranchesGroup[];
  const outermost = [...groups].sort((left, right) => (left.id < right.id ? -1 : 1));
  return outermost.map(({ branches: [branch] }) => {
    const condition = branch?.condition;
    if (condition?.kind !== 'comparison') return 'other';
    const [left, right] = [condition.left, condition.right].map((operand) =>
      operand.kind === 'value' ? JSON.stringify(operand.value) : operand.kind,
    );
    return `${left} ${condition.operator} ${right}`;
  });
}

const side = (taskId: string, outputName = 'Side'): YamlTree => ({ taskOutput: { taskId, outputName } });
const heads: YamlTree = { '==': { op1: side('flip'), op2: 'heads' } };

describe('conditions', () => {
  it.each([
    ['a comparison', heads, ['task-output == "heads"']],
    [
      'numbers by the type they are compared with',
      { '>': { op1: side('flip', 'Number'), op2: '5' } },
      ['task-output > 5'],
    ],
    ['the other way round', { '<=': { op1: '5', op2: side('flip', 'Number') } }, ['5 <= task-output']],
    ['not', { not: heads }, ['task-output != "heads"']],
    ['and', { and: { op1: heads, op2: side('flip', 'Sure') } }, ['task-output == "heads"', 'task-output == true']],
    [
      'not or',
      { not: { or: { op1: heads, op2: side('flip', 'Sure') } } },
      ['task-output != "heads"', 'task-output != true'],
    ],
    ['an input', { graphInput: { inputName: 'Go' } }, ['input == "true"']],
    ['or something that is always so', { or: { op1: heads, op2: 'true' } }, []],
    ['on', 'True', []],
    ['on, as a value', true, []],
  ])('%s', (_name, isEnabled, expected) => {
    const tree = graph({ flip: {}, gated: { isEnabled } }, { inputs: [{ name: 'Go', type: 'String' }] });
    const { document, notes } = read(tree);
    expect(notes).toEqual([]);
    expect(conditionsOf(document, 'gated')).toEqual(expected);
  });

  it.each([
    ['off', 'false', 'false'],
    ['off, the other way', { not: 'true' }, 'false'],
    [
      'or',
      { or: { op1: heads, op2: { '>': { op1: side('flip', 'Number'), op2: '5' } } } },
      "(inputs.parameter_values['value-1'] == 'heads' || int(inputs.parameter_values['value-2']) > 5)",
    ],
    [
      'not and',
      { not: { and: { op1: heads, op2: heads } } },
      "(inputs.parameter_values['value-1'] != 'heads' || inputs.parameter_values['value-1'] != 'heads')",
    ],
    [
      'or inside',
      { or: { op1: { and: { op1: heads, op2: side('flip', 'Sure') } }, op2: { or: { op1: heads, op2: 'false' } } } },
      "(inputs.parameter_values['value-1'] == 'heads' && inputs.parameter_values['value-2'] == true || (inputs.parameter_values['value-1'] == 'heads' || false))",
    ],
    [
      'or with quotes',
      { or: { op1: heads, op2: { '==': { op1: side('flip'), op2: "it's" } } } },
      "(inputs.parameter_values['value-1'] == 'heads' || inputs.parameter_values['value-1'] == 'it\\'s')",
    ],
  ])('%s is a condition as text', (_name, isEnabled, text) => {
    const { document, notes } = read(graph({ flip: {}, gated: { isEnabled } }));
    expect(notes).toEqual([]);
    const [group] = [...document.groups.values()] as readonly BranchesGroup[];
    expect(group?.branches[0]?.condition).toMatchObject({ kind: 'raw', text });
    expect(compileDocument(document).ok).toBe(true);
    expect(compileGraphComponent(document)).toMatchObject({ ok: true });
  });

  it('as text that was edited cannot go back', () => {
    const { document } = read(graph({ flip: {}, gated: { isEnabled: { or: { op1: heads, op2: heads } } } }));
    const [group] = [...document.groups.values()] as readonly BranchesGroup[];
    if (group === undefined) throw new Error('no group');
    const branches = group.branches.map((branch) => ({
      ...branch,
      condition: { kind: 'raw', text: 'true', references: [] } as const,
    }));
    const edited = { ...document, groups: new Map(document.groups).set(group.id, { ...group, branches }) };
    expect(compileGraphComponent(edited)).toMatchObject({
      ok: false,
      error: [{ code: 'graph-condition', values: { name: 'gated' } }],
    });
  });

  it('of types that cannot be compared, and what is no condition, are kept and told', () => {
    const odd = { or: { op1: heads, op2: { '==': { op1: side('flip', 'Number'), op2: 'x' } } } };
    const { document, notes } = read(graph({ flip: {}, gated: { isEnabled: odd }, other: { isEnabled: { xor: 1 } } }));
    expect(notes).toEqual(['graph-condition-not-read', 'graph-condition-not-read']);
    expect(conditionsOf(document, 'gated')).toEqual([]);
  });

  it('draw what depends on a conditional task into its branch', () => {
    const use = { arguments: { 'Input text': side('gated') } };
    const { document, notes } = read(
      graph({
        flip: {},
        after: use,
        gated: { isEnabled: heads },
        deeper: { ...use, isEnabled: { '==': { op1: side('after'), op2: 'x' } } },
      }),
    );
    expect(notes).toEqual([]);
    expect(conditionsOf(document, 'after')).toEqual(['task-output == "heads"']);
    expect(conditionsOf(document, 'deeper')).toEqual(['task-output == "heads"', 'task-output == "x"']);
    expect([...document.groups.values()].map(({ name }) => name)).toEqual(['condition-1', 'condition-2']);
    expect(rootPipeline(document).groupCounter).toBe(3);
    expect(checkDocument(document).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(compileDocument(document).ok).toBe(true);
  });

  it('of two upstream tasks that do not fit into each other are told', () => {
    const both = { arguments: { 'Input text': side('one'), Count: side('two', 'Number') } };
    const other = { '==': { op1: side('flip'), op2: 'tails' } };
    const { notes } = read(graph({ flip: {}, one: { isEnabled: heads }, two: { isEnabled: other }, both }));
    expect(notes).toEqual(['graph-conditions-crossed']);
  });
});

describe('arguments', () => {
  it('are constants by type, and references in all their spellings', () => {
    const spelled = {
      a: { arguments: { 'Input text': 7, Count: '007' } },
      b: {
        arguments: {
          'Input text': { graphInput: 'Old Form' },
          Count: { taskOutput: { taskId: 'a', outputName: 'Number', type: 'Integer' } },
        },
      },
      c: { arguments: { 'Input text': '{{inputs.Old Form}}', Count: '{{tasks.a.outputs.Number}}', Stray: 'x' } },
    };
    const { document, notes } = read(graph(spelled, { inputs: [{ name: 'Old Form' }] }));
    expect(notes).toEqual([]);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => taskNamed(document, name));
    expect(a?.arguments).toEqual({ input_text: { kind: 'value', value: '7' }, count: { kind: 'value', value: 7 } });
    expect(b?.arguments.input_text).toEqual({ kind: 'input', input: 'old_form' });
    expect(b?.arguments.count).toEqual({ kind: 'task-output', task: a?.id, output: 'number' });
    expect({ ...c?.arguments, stray: undefined }).toEqual({ ...b?.arguments, stray: undefined });
    expect(rootPipeline(document).inputs[0]?.type).toEqual({ kind: 'parameter', parameterType: 'STRING' });
  });

  it('that have no like are told and written back', () => {
    const { document, notes } = read(
      graph({ a: { arguments: { Count: { dynamicData: { secret: { name: 's' } } } } } }),
    );
    expect([notes, taskNamed(document, 'a').arguments]).toEqual([['graph-argument-not-read'], {}]);
  });

  it('to tasks that are not there stay as broken references', () => {
    const { document } = read(graph({ a: { arguments: { 'Input text': side('Nobody here') } } }));
    expect(checkDocument(document).diagnostics.map(({ code }) => code)).toContain('unknown-task');
  });
});

describe('everything else', () => {
  it('positions, notes, annotations, options and unknown fields come back', () => {
    const notes = [
      {
        id: 'x',
        properties: { title: 'Title', content: 'Text', color: '#fff' },
        position: { x: 1, y: 2 },
        size: { width: 90, height: 40 },
      },
    ];
    const tree = graph(
      {
        'My Task': {
          annotations: {
            'editor.position': '{"x":10,"y":20}',
            'editor.collapsed': 'true',
            zIndex: 3,
            display_name: 'D',
          },
          executionOptions: { retryStrategy: { maxRetries: 2 }, cachingStrategy: { maxCacheStaleness: 'P0D' } },
          k8sPodOptions: { x: 1 },
          later: [{ new: 'field' }],
        },
        kept: { executionOptions: { cachingStrategy: { maxCacheStaleness: 'P30D' } }, annotations: null },
      },
      {
        metadata: { labels: { a: 'b' }, annotations: { 'flex-nodes': JSON.stringify(notes), tags: 'x,y', number: 4 } },
        inputs: [],
        outputs: [{ name: 'In', type: 'CSV' }],
        later: true,
      },
    );
    const { document, notes: told } = read(tree);
    expect(told).toEqual(['graph-setting-not-read', 'graph-staleness']);
    const task = taskNamed(document, 'my-task');
    expect(document.layout.get(task.id)).toEqual({ x: 10, y: 20, collapsed: true });
    expect(task.options).toEqual({ caching: { enabled: false }, retry: { maxCount: 2 } });
    const [note] = document.notes.values();
    expect(note?.text).toBe('Title\n\nText');
    expect(note && document.layout.get(note.id)).toEqual({ x: 1, y: 2, width: 90, height: 40 });
  });

  it('gives way to edits: a renamed task is renamed wherever it is used', () => {
    const { document } = read(
      graph({
        'My Task': {},
        b: { arguments: { 'Input text': { taskOutput: { taskId: 'My Task', outputName: 'Side', type: 'x' } } } },
      }),
    );
    const task = taskNamed(document, 'my-task');
    const { displayName: _gone, ...plain } = task;
    const renamed = renameTask({ ...document, tasks: new Map(document.tasks).set(task.id, plain) }, task.id, 'other');
    const written = createGraphWriter(renamed.document).component(document.root);
    expect(JSON.stringify(written)).toContain('{"taskOutput":{"taskId":"other","outputName":"Side"}}');
    expect(JSON.stringify(written)).not.toContain('My Task');
  });

  it('sub-graphs that hold the same are one definition, in whatever form', () => {
    const inner = graph({ flip: {} }, { name: 'Inner', inputs: [{ name: 'A b', type: 'String' }] });
    const text = JSON.stringify(inner);
    const tree = graph({
      one: { componentRef: { name: 'Inner', spec: inner }, arguments: { 'A b': 'x' } },
      two: { componentRef: { digest: 'ab', text }, arguments: { 'A b': 'y' } },
    });
    const { document, notes } = read(tree);
    expect([notes, document.pipelines.size]).toEqual([[], 2]);
    expect(taskNamed(document, 'two').arguments).toEqual({ a_b: { kind: 'value', value: 'y' } });
  });

  it('a component that is elsewhere stays as a broken reference', () => {
    const componentRef = { url: 'https://example.org/train/component.yaml', digest: '0123456789abcdef' };
    const { document, notes } = read(graph({ a: { componentRef } }));
    expect(notes).toEqual(['graph-component-elsewhere']);
    expect(taskNamed(document, 'a').target).toEqual({ kind: 'component', component: 'train@0123456789ab' });
  });

  it('has words for every note', () => {
    const deep = Array.from({ length: 70 }).reduce<YamlTree>(
      (inner) => ({ name: 'd', implementation: { graph: { tasks: { t: { componentRef: { spec: inner } } } } } }),
      SPEC,
    );
    const odd = [
      deep,
      graph({ a: { componentRef: { text: ': [' } } }),
      graph({}, { inputs: [3] }),
      { implementation: { graph: { tasks: { a: 1 } } } },
      { implementation: {} },
    ];
    for (const tree of odd) {
      const imported = importGraphComponent(tree);
      const notes = imported.ok ? imported.value.notKept : imported.error;
      expect(notes.length).toBeGreaterThan(0);
      for (const { code, values } of notes)
        expect(sentence('fr', `import.${code}`, values)).not.toMatch(/^import\.|\{\w+\}/);
    }
  });
});

describe('a damaged graph component', () => {
  const inner = graph(
    { flip: {}, x: { isEnabled: heads } },
    { name: 'Inner', inputs: [{ name: 'a', type: 'Integer', default: '3' }] },
  );
  const tree = graph(
    {
      flip: {
        annotations: { 'editor.position': '{"x":1,"y":2}' },
        executionOptions: { retryStrategy: { maxRetries: 1 } },
      },
      gated: {
        isEnabled: { and: { op1: heads, op2: { not: side('flip', 'Sure') } } },
        arguments: { 'Input text': side('flip') },
      },
      sub: { componentRef: { spec: inner }, arguments: { a: { graphInput: { inputName: 'n' } } } },
      text: { componentRef: { text: JSON.stringify(SPEC), url: 'x' } },
    },
    {
      inputs: [{ name: 'n', type: 'Integer', annotations: { 'editor.position': '{"x":1,"y":2}' } }],
      outputs: [{ name: 'o', type: 'String' }],
      metadata: { annotations: { 'flex-nodes': '[{"id":"a","properties":{"content":"x"}}]' } },
    },
  );

  it('is read as far as it goes, never throws, and is kept when it is saved', () => {
    const ways = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ways, fc.nat(), ways, fc.nat(), (way, a, way2, b) => {
        const once = damage(tree, way, REPLACEMENTS[a % REPLACEMENTS.length]);
        const damaged = damage(once, way2, REPLACEMENTS[b % REPLACEMENTS.length]);
        const imported = importGraphComponent(damaged);
        if (!imported.ok) return;
        const { document } = imported.value;
        checkDocument(document);
        const written = createGraphWriter(document).component(document.root);
        const saved = parsePipelineFile(printPipelineFile(document));
        if (!saved.ok) throw new Error(JSON.stringify(saved.error));
        expect(createGraphWriter(saved.value.document).component(saved.value.document.root)).toEqual(written);
      }),
      { numRuns: 600 },
    );
  });
});
