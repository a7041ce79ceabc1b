import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { CompiledPipeline } from '../../src/compile/compiled-pipeline.ts';
import type { TaskSpec } from '../../src/compile/kfp/ir.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import type { Reference } from '../../src/model/argument.ts';
import type { Condition, GroupRecord } from '../../src/model/group.ts';
import type { BodyId, GroupId, NodeId, TaskId } from '../../src/model/ids.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { findWiringFaults } from '../helpers/ir-wiring.ts';
import { input, LIST, loop, output, type SmallDocument, STRING, smallDocument } from '../helpers/small-document.ts';

/** What the SDK refuses or compiles to something that cannot run, and what it means. */

const item = (number: number, field?: string): Reference => ({
  kind: 'loop-item',
  loop: `g${number}` as GroupId,
  ...(field === undefined ? {} : { field }),
});

const isMode = (left: Reference = input('mode')): Condition => ({
  kind: 'comparison',
  left,
  operator: '==',
  right: { kind: 'value', value: 'x' },
});

/** A lone If `condition-N` with the body `bN`. */
function lone(number: number, parent: string, condition = isMode()): GroupRecord {
  const name = `condition-${number}`;
  const branches = [{ name, condition, body: `b${number}` as BodyId }];
  return {
    kind: 'branches',
    id: `g${number}` as GroupId,
    parent: parent as BodyId,
    name,
    after: [],
    branches,
    outputs: [],
  };
}

function compile(document: SmallDocument): CompiledPipeline {
  const inputs = [
    { name: 'mode', type: STRING },
    { name: 'list', type: LIST },
  ];
  const compiled = compileDocument(smallDocument({ pipeline: { inputs }, ...document }));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  expect(findWiringFaults(compiled.value.spec)).toEqual([]);
  return compiled.value;
}

/** A task of the IR by its path. */
function taskAt({ spec }: CompiledPipeline, path: string): TaskSpec {
  const names = path.split('/');
  let { root: component } = spec;
  let task: TaskSpec | undefined;
  for (const name of names) {
    task = component.dag?.tasks?.[name];
    component = spec.components[task?.componentRef.name ?? ''] ?? {};
  }
  if (task === undefined) throw new Error(`no task ${path}`);
  return task;
}

const FIELD = 'parseJson(string_value)["a"]';

describe('what the SDK gets wrong', () => {
  it('a field of an item is taken in a group further in', () => {
    const compiled = compile({
      tasks: [{ parent: 'b3', arguments: { text: item(2, 'a') } }],
      groups: [loop(2, input('list')), lone(3, 'b2')],
    });
    const name = 'pipelinechannel--list-loop-item';
    expect(taskAt(compiled, 'for-loop-2/condition-3').inputs?.parameters?.[name]).toEqual({
      componentInputParameter: name,
    });
    expect(taskAt(compiled, 'for-loop-2/condition-3/task-1').inputs?.parameters?.text).toEqual({
      componentInputParameter: name,
      parameterExpressionSelector: FIELD,
    });
  });

  it('items and their fields stand in text', () => {
    const compiled = compile({
      tasks: [{ parent: 'b3', arguments: { text: { kind: 'text', parts: [item(2), ' has ', item(2, 'a')] } } }],
      groups: [loop(2, input('list')), lone(3, 'b2')],
    });
    expect(taskAt(compiled, 'for-loop-2/condition-3/task-1').inputs?.parameters).toEqual({
      'pipelinechannel--list-loop-item': { componentInputParameter: 'pipelinechannel--list-loop-item' },
      'pipelinechannel--list-loop-item-subvar-a': {
        componentInputParameter: 'pipelinechannel--list-loop-item',
        parameterExpressionSelector: FIELD,
      },
      text: {
        runtimeValue: {
          constant:
            "{{$.inputs.parameters['pipelinechannel--list-loop-item']}} has " +
            "{{$.inputs.parameters['pipelinechannel--list-loop-item-subvar-a']}}",
        },
      },
    });
  });

  it('resources come from outside a group', () => {
    const compiled = compile({
      tasks: [{}, { parent: 'b2', options: { resources: { memoryLimit: output('t1', 'text_out') } } }],
      groups: [lone(2, 'b1')],
    });
    const name = 'pipelinechannel--task-1-text_out';
    expect(taskAt(compiled, 'condition-2').inputs?.parameters?.[name]).toEqual({
      taskOutputParameter: { outputParameterKey: 'text_out', producerTask: 'task-1' },
    });
    expect(taskAt(compiled, 'condition-2/task-2').inputs?.parameters?.[name]).toEqual({
      componentInputParameter: name,
    });
  });

  it('a loop waits for the task whose list it goes over, though nothing uses its item', () => {
    const compiled = compile({
      tasks: [{}, { parent: 'b2' }],
      groups: [loop(2, output('t1', 'items_out'))],
    });
    expect(taskAt(compiled, 'for-loop-2').dependentTasks).toEqual(['task-1']);
  });

  it('collected results are the items of another loop', () => {
    const collected: Reference = { kind: 'collected', task: 't1' as TaskId, output: 'text_out' };
    const compiled = compile({
      tasks: [{ parent: 'b2' }, { parent: 'b3', arguments: { text: item(3) } }],
      groups: [loop(2, input('list')), loop(3, collected)],
    });
    const list = 'pipelinechannel--for-loop-2-pipelinechannel--task-1-text_out';
    expect(taskAt(compiled, 'for-loop-3')).toMatchObject({
      dependentTasks: ['for-loop-2'],
      inputs: {
        parameters: {
          [list]: {
            taskOutputParameter: { outputParameterKey: 'pipelinechannel--task-1-text_out', producerTask: 'for-loop-2' },
          },
        },
      },
      parameterIterator: { itemInput: `${list}-loop-item`, items: { inputParameter: list } },
    });
  });

  it('a one-of output is the items of a loop', () => {
    const branches = {
      ...lone(2, 'b1'),
      name: 'condition-branches-2',
      branches: [
        { name: 'condition-3', condition: isMode(), body: 'b3' as BodyId },
        { name: 'condition-4', body: 'b4' as BodyId },
      ],
      outputs: [{ name: 'lists', sources: [output('t1', 'items_out'), output('t2', 'items_out')] }],
    } as GroupRecord;
    const items: Reference = { kind: 'one-of', group: 'g2' as GroupId, output: 'lists' };
    const compiled = compile({
      tasks: [{ parent: 'b3' }, { parent: 'b4' }, { parent: 'b5' }],
      groups: [branches, loop(5, items)],
    });
    expect(taskAt(compiled, 'for-loop-5').dependentTasks).toEqual(['condition-branches-2']);
    const { outputs } = compiled.spec.components['comp-condition-branches-2']?.dag ?? {};
    expect(outputs?.parameters?.['pipelinechannel--condition-branches-2-oneof-1']?.valueFromOneof).toEqual({
      parameterSelectors: [
        { outputParameterKey: 'pipelinechannel--task-1-items_out', producerSubtask: 'condition-3' },
        { outputParameterKey: 'pipelinechannel--task-2-items_out', producerSubtask: 'condition-4' },
      ],
    });
  });

  it('one output is taken as it is by a one-of and collected from the same branch', () => {
    const branches = {
      ...lone(3, 'b2'),
      name: 'condition-branches-3',
      branches: [
        { name: 'condition-4', condition: isMode(), body: 'b4' as BodyId },
        { name: 'condition-5', body: 'b5' as BodyId },
      ],
      outputs: [{ name: 'oneof-1', sources: [output('t1', 'count_out'), output('t2', 'count_out')] }],
    } as GroupRecord;
    const oneOf: Reference = { kind: 'one-of', group: 'g3' as GroupId, output: 'oneof-1' };
    const collected: Reference = { kind: 'collected', task: 't1' as TaskId, output: 'count_out' };
    const compiled = compile({
      tasks: [
        { parent: 'b4' },
        { parent: 'b5' },
        { arguments: { items: collected } },
        { parent: 'b2', arguments: { count: oneOf } },
      ],
      groups: [loop(2, input('list')), branches],
    });
    const name = 'pipelinechannel--task-1-count_out';
    const typeIn = (component: string) =>
      compiled.spec.components[component]?.outputDefinitions?.parameters?.[name]?.parameterType;
    expect(['comp-condition-4', 'comp-condition-branches-3', 'comp-for-loop-2'].map(typeIn)).toEqual([
      'NUMBER_INTEGER',
      'LIST',
      'LIST',
    ]);
  });

  it('both items have their own value in a loop over a list inside a loop over the same list', () => {
    const compiled = compile({
      tasks: [{ parent: 'b3', arguments: { text: { kind: 'text', parts: [item(2), item(3)] } } }],
      groups: [loop(2, input('list')), loop(3, input('list'), 'b2')],
    });
    const name = 'pipelinechannel--list-loop-item';
    expect(taskAt(compiled, 'for-loop-2/for-loop-3').inputs?.parameters?.[`${name}-of-for-loop-2`]).toEqual({
      componentInputParameter: name,
    });
    expect(taskAt(compiled, 'for-loop-2/for-loop-3/task-1').inputs?.parameters?.text).toEqual({
      runtimeValue: {
        constant: `{{$.inputs.parameters['${name}-of-for-loop-2']}}{{$.inputs.parameters['${name}']}}`,
      },
    });
  });

  it('an input whose name is part of the list’s name reaches what stands deeper', () => {
    const inputs = [
      { name: 'a', type: STRING },
      { name: 'data', type: LIST },
    ];
    const compiled = compile({
      pipeline: { inputs },
      tasks: [{ parent: 'b3', arguments: { text: input('a') } }],
      groups: [loop(2, input('data')), lone(3, 'b2', isMode(input('a')))],
    });
    expect(taskAt(compiled, 'for-loop-2/condition-3/task-1').inputs?.parameters?.text).toEqual({
      componentInputParameter: 'pipelinechannel--a',
    });
  });
});

describe('conditions', () => {
  it('on texts with quotes and line ends are escaped, and read back as what they are', () => {
    const value = `it's "a" \\ b\nc`;
    const condition: Condition = {
      kind: 'comparison',
      left: input('mode'),
      operator: '!=',
      right: { kind: 'value', value },
    };
    const compiled = compile({ tasks: [{ parent: 'b2' }], groups: [lone(2, 'b1', condition)] });
    const imported = importKfpIr([compiled.spec as unknown as YamlTree]);
    const [group] = imported.ok ? imported.value.document.groups.values() : [];
    expect(group?.kind === 'branches' && group.branches[0]?.condition).toEqual(condition);
  });

  it('that could not be read are written back, with the names of today', () => {
    const text = "size(inputs.parameter_values['pipelinechannel--old-text_out']) > 3";
    const condition: Condition = {
      kind: 'raw',
      text,
      references: [['pipelinechannel--old-text_out', output('t1', 'text_out')]],
    };
    const compiled = compile({ tasks: [{ name: 'new' }, { parent: 'b2' }], groups: [lone(2, 'b1', condition)] });
    expect(taskAt(compiled, 'condition-2').triggerPolicy).toEqual({ condition: text.replace('old', 'new') });
  });
});

describe('the source map', () => {
  it('leads from groups and what stands in them to their nodes', () => {
    const compiled = compile({
      tasks: [{ parent: 'b3', name: 'train' }],
      groups: [loop(2, input('list')), lone(3, 'b2')],
    });
    const { byIrPath, byNode } = compiled.sourceMap;
    expect([...byIrPath.keys()]).toEqual(['for-loop-2', 'for-loop-2/condition-3', 'for-loop-2/condition-3/train']);
    expect(byIrPath.get('for-loop-2/condition-3/train')).toEqual({ pipeline: 'p1', node: 't1', documentPath: 'train' });
    expect(byNode.get('g3' as NodeId)).toEqual(['for-loop-2/condition-3']);
  });
});

describe('defaults of omitted inputs', () => {
  it('are written into the tasks when asked for', () => {
    const inner = {
      id: 'p9',
      name: 'inner',
      inputs: [
        { name: 'text', type: STRING, default: 'none' },
        { name: 'list', type: LIST, optional: true },
      ],
      outputs: [],
      body: 'b9',
      groupCounter: 1,
    } as never;
    const document = smallDocument({
      tasks: [{ target: { kind: 'pipeline', pipeline: 'p9' as never } }, { parent: 'b9' }],
      definitions: [inner],
    });
    const inputsOf = (writeDefaults: boolean) => {
      const compiled = compileDocument(document, undefined, { writeDefaults });
      return compiled.ok ? compiled.value.spec.root.dag?.tasks?.['task-1']?.inputs : undefined;
    };
    expect(inputsOf(false)).toBeUndefined();
    expect(inputsOf(true)).toEqual({ parameters: { text: { runtimeValue: { constant: 'none' } } } });
  });
});
