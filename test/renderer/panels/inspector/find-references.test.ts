import { describe, expect, it } from 'vitest';
import {
  findReferences,
  type ReferencePlace,
} from '../../../../renderer/panels/inspector/references/find-references.ts';
import { textOfReference } from '../../../../renderer/panels/inspector/references/reference-words.ts';
import { createConnectionCheck } from '../../../../src/analysis/can-connect.ts';
import { interfaceOfTask } from '../../../../src/analysis/task-interface.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { TaskId } from '../../../../src/model/ids.ts';
import {
  artifact,
  INTEGER,
  input,
  LIST,
  loop,
  output,
  STRING,
  smallDocument,
} from '../../../helpers/small-document.ts';

function portPlace(document: PipelineDocument, task: string, port: string): ReferencePlace {
  const found = interfaceOfTask(document, task as TaskId).inputs.find(({ id }) => id === port);
  if (found === undefined) throw new Error(`no port ${port}`);
  return { kind: 'port', task: task as TaskId, port, type: found.type };
}

function found(document: PipelineDocument, place: ReferencePlace): readonly string[] {
  return findReferences(document, document.root, place).map(({ reference }) => textOfReference(document, reference));
}

const INPUTS = [
  { name: 'text', type: STRING },
  { name: 'count', type: INTEGER },
  { name: 'items', type: LIST },
  { name: 'table', type: artifact('Dataset') },
];

describe('findReferences', () => {
  it('offers inputs first, then outputs of tasks, of the type of the port', () => {
    const document = smallDocument({ pipeline: { inputs: INPUTS }, tasks: [{}, {}] });
    expect(found(document, portPlace(document, 't2', 'text'))).toEqual(['text', 'task-1.text_out']);
    expect(found(document, portPlace(document, 't2', 'count'))).toEqual(['count', 'task-1.count_out']);
    expect(found(document, portPlace(document, 't2', 'data'))).toEqual(['table', 'task-1.data_out', 'task-1.any_out']);
  });

  it('leaves out what would close a cycle, and the task itself', () => {
    const document = smallDocument({ tasks: [{}, { arguments: { text: output('t1', 'text_out') } }, {}] });
    expect(found(document, portPlace(document, 't1', 'text'))).toEqual(['task-3.text_out']);
    expect(found(document, { kind: 'text', task: 't1' as TaskId })).toEqual([
      'task-3.text_out',
      'task-3.count_out',
      'task-3.items_out',
    ]);
  });

  it('offers a loop’s item inside it, and its outputs collected outside', () => {
    const document = smallDocument({
      pipeline: { inputs: INPUTS },
      groups: [loop(2, input('items'))],
      tasks: [{ parent: 'b2' }, {}],
    });
    expect(found(document, portPlace(document, 't1', 'text'))).toContain('for-loop-2.item');
    const outside = findReferences(document, document.root, portPlace(document, 't2', 'items'));
    expect(outside.map(({ reference }) => reference)).toContainEqual({
      kind: 'collected',
      task: 't1',
      output: 'text_out',
    });
    expect(outside.some(({ reference }) => reference.kind === 'loop-item')).toBe(false);
  });

  it('takes values alone for texts', () => {
    const document = smallDocument({ pipeline: { inputs: INPUTS }, tasks: [{}] });
    expect(found(document, { kind: 'text', task: 't1' as TaskId })).toEqual(['text', 'count', 'items']);
  });

  it('gives outputs of tasks, not inputs, to a pipeline output', () => {
    const outputs = [{ name: 'result', type: INTEGER }];
    const document = smallDocument({ pipeline: { inputs: INPUTS, outputs }, tasks: [{}] });
    expect(found(document, { kind: 'output', output: 'result', type: INTEGER })).toEqual(['task-1.count_out']);
    expect(found(document, { kind: 'new-output' })).toHaveLength(5);
  });

  it('offers nothing that a drawn wire would be refused for', () => {
    const document = smallDocument({
      pipeline: { inputs: INPUTS },
      groups: [loop(2, input('items'))],
      tasks: [{ parent: 'b2' }, { arguments: { text: output('t3', 'text_out') } }, {}],
    });
    for (const task of document.tasks.values()) {
      for (const port of interfaceOfTask(document, task.id).inputs) {
        for (const { reference } of findReferences(document, document.root, portPlace(document, task.id, port.id))) {
          const check = createConnectionCheck(document, { pipeline: document.root, reference });
          expect(check({ task: task.id, port: port.id }).ok).toBe(true);
        }
      }
    }
  });
});
