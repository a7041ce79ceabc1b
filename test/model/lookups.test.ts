import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { documentPathOfTask, taskAtPath } from '../../src/model/document-path.ts';
import { addTask } from '../../src/model/edits/add-task.ts';
import { addBranch } from '../../src/model/edits/branches.ts';
import { addCondition, addLoop } from '../../src/model/edits/groups.ts';
import { removeNodes } from '../../src/model/edits/remove-nodes.ts';
import { planComponentReplacement, replaceComponent } from '../../src/model/edits/replace-component.ts';
import type { ComponentKey } from '../../src/model/ids.ts';
import {
  enclosingGroups,
  groupsOfPipeline,
  pipelineOfLayoutKey,
  pipelineOfNode,
  rootPipeline,
  tasksOfPipeline,
} from '../../src/model/lookups.ts';
import { taskByName } from '../../src/model/name-index.ts';
import { usersOfInput } from '../../src/model/users.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';

const TEXT = `apiVersion: pipewright.dev/v1
kind: Pipeline
metadata: {name: p}
inputs:
  rows: {type: Integer}
outputs:
  best: {type: Float, from: train.model}
tasks:
  read:
    component: read@1
    arguments: {rows: {input: rows}, title: {text: ["Rows ", {input: rows}, "!"]}}
  for-loop-2:
    loop: {items: {from: read.items}}
    tasks:
      condition-3:
        branches:
          - name: condition-3
            if: {left: {from: read.score}, operator: ">", right: 1}
            tasks:
              train: {pipeline: sub, arguments: {data: {item: for-loop-2}}, after: [read]}
pipelines:
  sub:
    inputs: {data: {type: String}}
    outputs: {model: {type: Model, from: inner.model}}
    tasks:
      inner: {component: read@1}
components:
  read@1: {spec: {name: Read}}
`;

function open(): PipelineDocument {
  const parsed = parsePipelineFile(TEXT);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value.document;
}

function named(document: PipelineDocument, name: string) {
  const task = taskByName(document, document.root, name);
  if (task === undefined) throw new Error(name);
  return task;
}

describe('looking things up', () => {
  const document = open();

  it('finds tasks by path through sub-pipeline tasks, and their paths again', () => {
    const place = taskAtPath(document, 'train/inner');
    expect(place && document.tasks.get(place.task)?.name).toBe('inner');
    expect(place && documentPathOfTask(document, place.task, place.through)).toBe('train/inner');
    for (const lost of ['inner', 'read/inner', 'train/ghost', '', 'sub/inner'])
      expect(taskAtPath(document, lost)).toBeUndefined();
  });

  it('knows the groups around a task, outermost first', () => {
    const names = enclosingGroups(document, named(document, 'train').id).map((group) => group.name);
    expect(names).toEqual(['for-loop-2', 'condition-3']);
  });

  it('knows who uses an input', () => {
    const users = usersOfInput(document, document.root, 'rows');
    expect(users).toEqual({ nodes: [named(document, 'read').id], outputs: [] });
  });

  it('gives every node of any document exactly one pipeline, and its position to the same one', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (any) => {
        for (const pipeline of any.pipelines.keys()) {
          for (const task of tasksOfPipeline(any, pipeline)) {
            expect(pipelineOfNode(any, task.id)).toBe(pipeline);
            expect(pipelineOfLayoutKey(any, task.id)).toBe(pipeline);
          }
          expect(pipelineOfLayoutKey(any, `inputs:${pipeline}`)).toBe(pipeline);
        }
        const counted = [...any.pipelines.keys()].map((pipeline) => tasksOfPipeline(any, pipeline).length);
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(any.tasks.size);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});

describe('removing a task', () => {
  it('empties what it fed and keeps conditions in their place', () => {
    const document = open();
    const after = removeNodes(document, [named(document, 'read').id]).document;
    const [loop, branches] = groupsOfPipeline(after, after.root);
    expect(loop?.kind === 'loop' && loop.items).toEqual({ kind: 'constant', items: [], itemNumber: 4 });
    expect(branches?.kind === 'branches' && branches.branches[0]?.condition).toMatchObject({
      left: { kind: 'value', value: '' },
      right: { kind: 'value', value: 1 },
    });
    expect(named(after, 'train').after).toEqual([]);
    expect([...after.components.keys()]).toEqual(['read@1']);
    expect(rootPipeline(after).outputs[0]?.source).toBeDefined();
  });

  it('takes the component along with its last task', () => {
    const document = open();
    const all = [...document.tasks.values()].filter((task) => task.target.kind === 'component').map((task) => task.id);
    expect(removeNodes(document, all).document.components.size).toBe(0);
  });
});

describe('replacing a component', () => {
  it('says before what it will take away, and takes away just that', () => {
    const document = open();
    const read = named(document, 'read');
    const ports = { inputs: ['rows'], outputs: ['items'] };
    const plan = planComponentReplacement(document, read.id, ports);
    expect(plan.arguments).toEqual(['title']);
    expect(plan.users).toHaveLength(1);
    expect(plan.outputs).toEqual([]);
    const component = { key: 'other@2' as ComponentKey, spec: { name: 'Other' } };
    const after = replaceComponent(document, read.id, component, ports).document;
    expect(Object.keys(named(after, 'read').arguments)).toEqual(['rows']);
    expect([...after.components.keys()].sort()).toEqual(['other@2', 'read@1']);
    const [loop] = groupsOfPipeline(after, after.root);
    expect(loop?.kind === 'loop' && loop.items.kind).toBe('reference');
  });
});

describe('names the SDK would give', () => {
  it('of tasks: the component’s, with the first free number', () => {
    const document = open();
    const component = { key: 'read@1' as ComponentKey, spec: { name: 'Read' } };
    const second = addTask(document, component);
    const third = addTask(second.document, component);
    expect([second, third].map((edit) => edit.document.tasks.get(edit.task)?.name)).toEqual(['read-2', 'read-3']);
  });

  it('of groups: a loop over constants takes two numbers, a second branch takes the If’s number for the group', () => {
    const document = open();
    const loop = addLoop(document, { kind: 'constant', items: [1] });
    expect(loop.document.groups.get(loop.group)).toMatchObject({ name: 'for-loop-5', items: { itemNumber: 4 } });
    const condition = { kind: 'raw' as const, text: '1 == 1', references: [] };
    const lone = addCondition(loop.document, condition);
    expect(lone.document.groups.get(lone.group)).toMatchObject({
      name: 'condition-6',
      branches: [{ name: 'condition-6' }],
    });
    const other = addBranch(lone.document, lone.group).document;
    const third = addBranch(other, lone.group, condition).document;
    expect(third.groups.get(lone.group)).toMatchObject({
      name: 'condition-branches-6',
      branches: [{ name: 'condition-7' }, { name: 'condition-9', condition }, { name: 'condition-8' }],
    });
  });
});
