import type {
  Branch,
  Comparison,
  Condition,
  ConditionOperand,
  GroupRecord,
  LoopItems,
  LoopItemTypes,
  OneOfOutput,
} from '../../model/group.ts';
import type { BodyId } from '../../model/ids.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { isPythonFloat } from '../../yaml/yaml-tree.ts';
import { entryOf, type SourceMap, type SourceNode } from '../source-node.ts';
import { PARAMETER_TYPES } from '../tree/type-text.ts';
import { branchMaps, type PendingGroup } from './collect-nodes.ts';
import { constantOf, readPort, readReference } from './read-argument.ts';
import { readAfter } from './read-task.ts';
import { mapField, numberField, report, reportUnknownFields, textField, unknownFields } from './reader.ts';
import { type NodeReader, resolveTask } from './scope.ts';

const GROUP_FIELDS = ['displayName', 'after'] as const;
const LOOP_FIELDS: ReadonlySet<string> = new Set([...GROUP_FIELDS, 'loop', 'tasks']);
const BRANCHES_FIELDS: ReadonlySet<string> = new Set([...GROUP_FIELDS, 'branches', 'outputs']);
const EXIT_HANDLER_FIELDS: ReadonlySet<string> = new Set([...GROUP_FIELDS, 'exitHandler', 'tasks']);
const OPERATORS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Reads a group whose id, place and bodies are known. */
export function readGroup(reader: NodeReader, pending: PendingGroup): GroupRecord {
  switch (pending.groupKind) {
    case 'loop':
      return readLoop(reader, pending);
    case 'branches':
      return readBranches(reader, pending);
    case 'exitHandler':
      return readExitHandler(reader, pending);
  }
}

function readBase(reader: NodeReader, pending: PendingGroup, known: ReadonlySet<string>) {
  const { id, parent, name, map } = pending;
  const displayName = textField(reader, map, 'displayName');
  const unknown = unknownFields(map, known);
  return {
    id,
    parent,
    name,
    ...(displayName === undefined ? {} : { displayName }),
    after: readAfter(reader, map),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function readLoop(reader: NodeReader, pending: PendingGroup): GroupRecord {
  const loop = mapField(reader, pending.map, 'loop');
  const parallelism = loop === undefined ? undefined : numberField(reader, loop, 'parallelism');
  if (loop !== undefined)
    reportUnknownFields(reader, loop, new Set(['items', 'itemNumber', 'itemType', 'fieldType', 'parallelism']));
  return {
    ...readBase(reader, pending, LOOP_FIELDS),
    kind: 'loop',
    items: readItems(reader, pending, loop),
    ...(parallelism === undefined ? {} : { parallelism }),
    body: firstBody(pending),
  };
}

function readItems(reader: NodeReader, pending: PendingGroup, loop: SourceMap | undefined): LoopItems {
  const items = loop === undefined ? undefined : entryOf(loop, 'items')?.value;
  const types = readItemTypes(reader, loop);
  if (items?.kind === 'map') {
    const reference = readReference(reader, items);
    if (reference !== undefined) return { kind: 'reference', reference, ...types };
  }
  if (items?.kind !== 'list')
    report(reader, 'invalid-value', items ?? pending.entry, { field: 'items', expected: 'list' });
  const itemNumber = loop === undefined ? undefined : numberField(reader, loop, 'itemNumber');
  return {
    kind: 'constant',
    items: items?.kind === 'list' ? items.items.map(constantOf) : [],
    itemNumber: itemNumber ?? numberBefore(pending.name),
    ...types,
  };
}

function readItemTypes(reader: NodeReader, loop: SourceMap | undefined): LoopItemTypes {
  const itemType = loop === undefined ? undefined : readParameterType(reader, loop, 'itemType');
  const fieldType = loop === undefined ? undefined : readParameterType(reader, loop, 'fieldType');
  return { ...(itemType === undefined ? {} : { itemType }), ...(fieldType === undefined ? {} : { fieldType }) };
}

function readParameterType(reader: NodeReader, loop: SourceMap, key: string): ParameterType | undefined {
  const text = textField(reader, loop, key);
  const type = text === undefined ? undefined : PARAMETER_TYPES.get(text);
  if (text !== undefined && type === undefined)
    report(reader, 'unknown-type', entryOf(loop, key) ?? loop, { type: text });
  return type;
}

/** KFP SDK: a loop over constants takes its item's number right before its own. */
function numberBefore(name: string): number {
  return Math.max(1, Number(/-(\d{1,9})$/.exec(name)?.[1] ?? 2) - 1);
}

function readBranches(reader: NodeReader, pending: PendingGroup): GroupRecord {
  const branches = branchMaps(pending.map).map((map, index) => {
    return readBranch(reader, map, pending.bodies[index] as BodyId, pending.name);
  });
  const outputs: OneOfOutput[] = [];
  for (const entry of mapField(reader, pending.map, 'outputs')?.entries ?? []) {
    outputs.push({ name: entry.key, sources: readSources(reader, entry.value) });
  }
  return { ...readBase(reader, pending, BRANCHES_FIELDS), kind: 'branches', branches, outputs };
}

function readBranch(reader: NodeReader, map: SourceMap, body: BodyId, groupName: string): Branch {
  const displayName = textField(reader, map, 'displayName');
  const condition = readCondition(reader, map);
  reportUnknownFields(reader, map, new Set(['name', 'displayName', 'if', 'tasks']));
  return {
    name: textField(reader, map, 'name') ?? groupName,
    ...(displayName === undefined ? {} : { displayName }),
    ...(condition === undefined ? {} : { condition }),
    body,
  };
}

function readCondition(reader: NodeReader, branch: SourceMap): Condition | undefined {
  const map = mapField(reader, branch, 'if');
  if (map === undefined) return undefined;
  const raw = textField(reader, map, 'raw');
  if (raw === undefined) return readComparison(reader, map);
  const references = mapField(reader, map, 'references')?.entries.flatMap((entry) => {
    const reference = entry.value.kind === 'map' ? readReference(reader, entry.value) : undefined;
    if (reference === undefined) report(reader, 'invalid-value', entry, { field: entry.key, expected: 'reference' });
    return reference === undefined ? [] : [[entry.key, reference] as const];
  });
  return { kind: 'raw', text: raw, references: references ?? [] };
}

function readComparison(reader: NodeReader, map: SourceMap): Condition {
  const operator = textField(reader, map, 'operator') ?? '';
  if (!OPERATORS.has(operator)) {
    report(reader, 'invalid-value', map, { field: 'operator', expected: [...OPERATORS].join(' ') });
  }
  reportUnknownFields(reader, map, new Set(['left', 'operator', 'right']));
  return {
    kind: 'comparison',
    left: readOperand(reader, map, 'left'),
    operator: (OPERATORS.has(operator) ? operator : '==') as Comparison['operator'],
    right: readOperand(reader, map, 'right'),
  };
}

function readOperand(reader: NodeReader, map: SourceMap, key: 'left' | 'right'): ConditionOperand {
  const node = entryOf(map, key)?.value;
  const reference = node?.kind === 'map' ? readReference(reader, node) : undefined;
  if (reference !== undefined) return reference;
  const value = node?.kind === 'scalar' ? node.value : undefined;
  if (isPythonFloat(value)) {
    const isWhole = Number.isInteger(value.pythonFloat);
    return { kind: 'value', value: value.pythonFloat, ...(isWhole ? { isFloat: true } : {}) };
  }
  if (value !== undefined && value !== null) return { kind: 'value', value };
  report(reader, 'invalid-value', node ?? map, { field: key, expected: 'value' });
  return { kind: 'value', value: '' };
}

function readSources(reader: NodeReader, node: SourceNode): OneOfOutput['sources'] {
  const items = node.kind === 'list' ? node.items : [node];
  return items.flatMap((item) => {
    const port = readPort(reader, item);
    if (port === undefined) return [];
    return [{ kind: 'task-output' as const, task: resolveTask(reader, port.node, item), output: port.output }];
  });
}

function readExitHandler(reader: NodeReader, pending: PendingGroup): GroupRecord {
  const handler = mapField(reader, pending.map, 'exitHandler');
  const name = handler === undefined ? undefined : textField(reader, handler, 'exitTask');
  if (handler !== undefined) reportUnknownFields(reader, handler, new Set(['exitTask']));
  return {
    ...readBase(reader, pending, EXIT_HANDLER_FIELDS),
    kind: 'exit-handler',
    body: firstBody(pending),
    ...(name === undefined ? {} : { exitTask: resolveTask(reader, name, handler ?? pending.entry) }),
  };
}

function firstBody(pending: PendingGroup): BodyId {
  const [body] = pending.bodies;
  if (body === undefined) throw new Error(`Group ${pending.name} has no body`);
  return body;
}
