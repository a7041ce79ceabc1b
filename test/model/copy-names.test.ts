import { describe, expect, it } from 'vitest';
import { duplicateNodes } from '../../src/model/edits/duplicate-nodes.ts';
import { tasksOfPipeline } from '../../src/model/lookups.ts';
import { smallDocument } from '../helpers/small-document.ts';

describe('a copy of a task', () => {
  it.each([
    ['train', ['train'], 'train-2'],
    ['train-2', ['train', 'train-2'], 'train-3'],
    ['train-2', ['train', 'train-2', 'train-3'], 'train-4'],
    ['data-2024', ['data-2024'], 'data-2024-2'],
  ])('of %s beside %j is called %s', (copied, names, expected) => {
    const document = smallDocument({ tasks: names.map((name) => ({ name })) });
    const original = tasksOfPipeline(document, document.root).find(({ name }) => name === copied);
    const edit = duplicateNodes(document, original === undefined ? [] : [original.id], { x: 0, y: 0 });
    const [copy] = edit.nodes;
    expect(tasksOfPipeline(edit.document, document.root).find(({ id }) => id === copy)?.name).toBe(expected);
  });
});
