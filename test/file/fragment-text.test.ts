import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFragment, printFragment } from '../../src/file/fragment-text.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { insertFragment } from '../../src/model/edits/insert-fragment.ts';
import { copyFragment } from '../../src/model/fragment.ts';
import type { NodeId } from '../../src/model/ids.ts';
import { tasksOfPipeline } from '../../src/model/lookups.ts';
import { groupByName, taskByName } from '../../src/model/name-index.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';
import { moduloIds } from '../helpers/modulo-ids.ts';

const TEXT = `apiVersion: pipewright.dev/v1
kind: Pipeline
metadata: {name: p}
inputs:
  rows: {type: Integer}
  host: {type: String}
tasks:
  read:
    component: read@1
    arguments:
      rows: {input: rows}
  train:
    component: read@1
    arguments:
      data: {from: read.out}
    after: [read]
  for-loop-2:
    loop: {items: [1, 2], itemNumber: 1}
    tasks:
      report:
        component: read@1
        arguments:
          item: {item: for-loop-2}
          model: {from: train.out}
components:
  read@1:
    spec: {name: Read, implementation: {container: {image: i}}}
layout:
  train: [100, 100]
  report: [10, 20]
  for-loop-2: [300, 0]
`;

function nodeByName(document: PipelineDocument, name: string): NodeId | undefined {
  return taskByName(document, document.root, name)?.id ?? groupByName(document, document.root, name)?.id;
}

function open(text: string): PipelineDocument {
  const parsed = parsePipelineFile(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value.document;
}

function copyText(document: PipelineDocument, ...names: string[]): string {
  return printFragment(
    copyFragment(
      document,
      names.map((name) => nodeByName(document, name) as never),
    ),
  );
}

function paste(document: PipelineDocument, text: string) {
  const parsed = parseFragment(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return insertFragment(document, parsed.value.fragment, { offset: { x: 20, y: 20 } });
}

describe('the clipboard', () => {
  it('holds YAML in the syntax of the file', () => {
    const text = copyText(open(TEXT), 'train', 'read');
    expect(text).toContain('kind: Fragment\n');
    expect(text).toContain('  read:\n    component: read@1\n    arguments:\n      rows: {input: rows}\n');
    expect(text).toContain('inputs:\n  rows: {type: Integer}\n');
    expect(text).not.toContain('host');
    expect(text).not.toContain('report');
  });

  it('pastes with new names, wires inside kept and wires from outside kept where their ends exist', () => {
    const document = open(TEXT);
    const inserted = paste(document, copyText(document, 'train', 'for-loop-2'));
    const pasted = inserted.document;
    const names = tasksOfPipeline(pasted, pasted.root).map((task) => task.name);
    expect(names).toEqual(['read', 'train', 'report', 'train-2', 'report-2']);
    const id = (name: string) => nodeByName(pasted, name);
    const [train, report] = ['train-2', 'report-2'].map((name) => pasted.tasks.get(id(name) as never));
    expect(train?.arguments).toEqual({ data: { kind: 'task-output', task: id('read'), output: 'out' } });
    expect(train?.after).toEqual([id('read')]);
    expect(report?.arguments).toEqual({
      item: { kind: 'loop-item', loop: id('for-loop-4') },
      model: { kind: 'task-output', task: id('train-2'), output: 'out' },
    });
    expect(pasted.layout.get(train?.id as never)).toEqual({ x: 120, y: 120 });
    expect(pasted.layout.get(report?.id as never)).toEqual({ x: 10, y: 20 });
    expect(inserted.nodes).toEqual([id('train-2'), id('for-loop-4')]);
  });

  it('drops references to what another pipeline does not have, and brings the component along', () => {
    const other = open('apiVersion: pipewright.dev/v1\nkind: Pipeline\nmetadata: {name: q}\n');
    const pasted = paste(other, copyText(open(TEXT), 'read', 'train')).document;
    const [read, train] = tasksOfPipeline(pasted, pasted.root);
    expect(read?.arguments).toEqual({});
    expect(train?.arguments).toEqual({ data: { kind: 'task-output', task: read?.id, output: 'out' } });
    expect([...pasted.components.keys()]).toEqual(['read@1']);
  });

  it('takes a whole pipeline file too, and refuses other text with a code', () => {
    expect(parseFragment(TEXT).ok).toBe(true);
    const refused = parseFragment('a shopping list');
    expect(refused.ok ? undefined : refused.error.code).toBe('not-a-fragment');
  });

  it('carries any selection through text unchanged', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.nat(), (document, salt) => {
        const ids = [...document.tasks.keys(), ...document.groups.keys(), ...document.notes.keys()];
        const fragment = copyFragment(
          document,
          ids.filter((_, index) => (index + salt) % 3 === 0),
        );
        const parsed = parseFragment(printFragment(fragment));
        if (!parsed.ok) throw new Error(parsed.error.code);
        expect(moduloIds(parsed.value.fragment)).toEqual(moduloIds(fragment));
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});
