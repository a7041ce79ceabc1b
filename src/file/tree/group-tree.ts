import type {
  Branch,
  BranchesGroup,
  Condition,
  ConditionOperand,
  ExitHandlerGroup,
  GroupRecord,
  LoopGroup,
  OneOfOutput,
} from '../../model/group.ts';
import type { BodyId } from '../../model/ids.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { pythonFloat } from '../../yaml/yaml-tree.ts';
import { type FileEntry, type FileNode, fields, list, orderedMap, scalar, treeNode } from '../file-node.ts';
import { portTree, referenceTree } from './argument-tree.ts';
import type { Names } from './names.ts';
import { typeText } from './type-text.ts';

/** Writes a body; given by the task tree, which bodies are made of. */
export type BodyWriter = (body: BodyId) => FileNode;

/** What tells a group apart: its loop, branches or exit handler, with its bodies. */
export function groupEntries(group: GroupRecord, names: Names, body: BodyWriter): readonly FileEntry[] {
  switch (group.kind) {
    case 'loop':
      return loopEntries(group, names, body);
    case 'branches':
      return branchesEntries(group, names, body);
    case 'exit-handler':
      return exitHandlerEntries(group, names, body);
  }
}

function loopEntries(group: LoopGroup, names: Names, body: BodyWriter): readonly FileEntry[] {
  const { items, parallelism } = group;
  const constant = items.kind === 'constant';
  const loop = fields('block', [
    [
      'items',
      constant
        ? list(
            'auto',
            items.items.map((item) => treeNode(item, 'auto')),
          )
        : referenceTree(items.reference, names),
    ],
    ['itemNumber', constant ? scalar(items.itemNumber) : undefined],
    ['itemType', parameterTypeTree(items.itemType)],
    ['fieldType', parameterTypeTree(items.fieldType)],
    ['parallelism', parallelism === undefined ? undefined : scalar(parallelism)],
  ]);
  return [
    ['loop', loop],
    ['tasks', body(group.body)],
  ];
}

function parameterTypeTree(parameterType: ParameterType | undefined): FileNode | undefined {
  return parameterType === undefined ? undefined : scalar(typeText({ kind: 'parameter', parameterType }));
}

function branchesEntries(group: BranchesGroup, names: Names, body: BodyWriter): readonly FileEntry[] {
  const branches = list(
    'block',
    group.branches.map((branch) => branchTree(branch, names, body)),
  );
  const outputs = orderedMap(
    'block',
    group.outputs.map((output) => [output.name, oneOfTree(output, names)] as const),
  );
  return group.outputs.length === 0
    ? [['branches', branches]]
    : [
        ['branches', branches],
        ['outputs', outputs],
      ];
}

function branchTree(branch: Branch, names: Names, body: BodyWriter): FileNode {
  return fields('block', [
    ['name', scalar(branch.name)],
    ['displayName', branch.displayName === undefined ? undefined : scalar(branch.displayName)],
    ['if', branch.condition === undefined ? undefined : conditionTree(branch.condition, names)],
    ['tasks', body(branch.body)],
  ]);
}

function conditionTree(condition: Condition, names: Names): FileNode {
  if (condition.kind === 'comparison') {
    return fields('flow', [
      ['left', operandTree(condition.left, names)],
      ['operator', scalar(condition.operator)],
      ['right', operandTree(condition.right, names)],
    ]);
  }
  const references = condition.references.map(([name, reference]) => [name, referenceTree(reference, names)] as const);
  return fields('block', [
    ['raw', scalar(condition.text)],
    ['references', references.length === 0 ? undefined : orderedMap('block', references)],
  ]);
}

function operandTree(operand: ConditionOperand, names: Names): FileNode {
  if (operand.kind !== 'value') return referenceTree(operand, names);
  const { value, isFloat } = operand;
  return scalar(isFloat === true && typeof value === 'number' ? pythonFloat(value) : value);
}

function oneOfTree(output: OneOfOutput, names: Names): FileNode {
  return list(
    'flow',
    output.sources.map((source) => portTree(source.task, source.output, names)),
  );
}

function exitHandlerEntries(group: ExitHandlerGroup, names: Names, body: BodyWriter): readonly FileEntry[] {
  const { exitTask } = group;
  const handler = fields('flow', [['exitTask', exitTask === undefined ? undefined : scalar(names.bare(exitTask))]]);
  return [
    ['exitHandler', handler],
    ['tasks', body(group.body)],
  ];
}
