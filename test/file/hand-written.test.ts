import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { addTask } from '../../src/model/edits/add-task.ts';
import { moveNodes } from '../../src/model/edits/move-nodes.ts';
import { renameInput } from '../../src/model/edits/pipeline-inputs.ts';
import { removeNodes } from '../../src/model/edits/remove-nodes.ts';
import { renameTask } from '../../src/model/edits/rename-task.ts';
import { setArgument } from '../../src/model/edits/set-argument.ts';
import { setTaskOptions } from '../../src/model/edits/set-task-options.ts';
import type { TaskId } from '../../src/model/ids.ts';
import { taskByName } from '../../src/model/name-index.ts';
import { changedLines } from '../helpers/commented-text.ts';

const TEXT = readFileSync(new URL('../fixtures/hand-written.pipeline.yaml', import.meta.url), 'utf8');

function open(text = TEXT) {
  const parsed = parsePipelineFile(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  const { document, source } = parsed.value;
  const id = (name: string): TaskId => taskByName(document, document.root, name)?.id as TaskId;
  return { ...parsed.value, document, source, read: id('read'), train: id('train') };
}

describe('a file written by hand', () => {
  it('stays as it is when nothing changed', () => {
    const { document, source, diagnostics } = open();
    expect(printPipelineFile(document, source)).toBe(TEXT);
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(['unknown-field 30']);
  });

  it('changes one line when a node moves, and keeps the comment behind it', () => {
    const { document, source, train } = open();
    const edit = moveNodes(document, new Map([[train, { x: 320.4, y: 10 }]]));
    const { removed, added } = changedLines(TEXT, printPipelineFile(edit.document, source));
    expect(removed).toEqual(['    train: [300, 10]    # right']);
    expect(added).toEqual(['    train: [320, 10]    # right']);
  });

  it('changes the lines that name a parameter when it is renamed', () => {
    const { document, source } = open();
    const edit = renameInput(document, document.root, 'rows', 'count');
    const { removed, added } = changedLines(TEXT, printPipelineFile(edit.document, source));
    expect(removed).toEqual(['    rows: Integer', '            rows: {input: rows}     # as given']);
    expect(added).toEqual(['    count: Integer', '            rows: {input: count}     # as given']);
  });

  it('changes the lines that name a task when it is renamed', () => {
    const { document, source, read } = open();
    const text = printPipelineFile(renameTask(document, read, 'load').document, source);
    const { removed, added } = changedLines(TEXT, text);
    expect(removed).toEqual([
      '    read:',
      '        arguments: {table: {from: read.out}, rows: 5}',
      '        after: [read]',
      '    read: [0, 10]',
    ]);
    expect(added).toEqual([
      '    load:',
      '        arguments:',
      '          table: {from: load.out}',
      '          rows: 5',
      '        after: [load]',
      '    load: [0, 10]',
    ]);
    expect(text).toContain('# first the data\n    load:');
  });

  it('keeps fields it does not know, in what changed too', () => {
    const { document, source, read, train } = open();
    const first = setArgument(document, read, 'names', { kind: 'value', value: 'x' });
    const second = setTaskOptions(first.document, train, { retry: { maxCount: 9 } });
    const text = printPipelineFile(second.document, source);
    for (const kept of [
      'x-note: kept',
      'x-later: [1, 2]',
      'team: blue',
      'x-lineage: [a, b]',
      'x-extension:',
      '# the end',
    ]) {
      expect(text).toContain(kept);
    }
    expect(text).toContain('            retry: {maxCount: 9}\n            x-later');
  });

  it('removes a task with its comment, its place and what referred to it, and nothing else', () => {
    const { document, source, train } = open();
    const { removed, added } = changedLines(TEXT, printPipelineFile(removeNodes(document, [train]).document, source));
    expect(added).toEqual([]);
    expect(removed[0]).toBe('    # then the model');
    expect(removed.at(-1)).toBe('    train: [300, 10]    # right');
    expect(removed).toHaveLength(9);
  });

  it('puts what is new behind what it follows, as deep as its neighbours', () => {
    const { document, source } = open();
    const component = [...document.components.values()][0];
    if (component === undefined) throw new Error('no component');
    const { removed, added } = changedLines(TEXT, printPipelineFile(addTask(document, component).document, source));
    expect(removed).toEqual([]);
    expect(added).toEqual(['    read-2:', '      component: read@aaaaaaaaaaaa']);
  });

  it('is written anew where anchors make its pieces depend on each other, with the same meaning', () => {
    const text = TEXT.replace('rows: 5}', 'rows: &five 5}').replace('[300, 10]', '[300, *five]');
    const { document, source } = open(text);
    const again = open(printPipelineFile(document, source));
    expect(again.document.layout.get(again.train)).toEqual({ x: 300, y: 5 });
    expect(again.document.unknown).toEqual({ 'x-extension': { any: 'thing' } });
  });
});
