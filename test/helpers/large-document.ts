import type { PipelineDocument } from '../../src/model/document.ts';
import type { TaskId } from '../../src/model/ids.ts';
import { input, output, type SmallTask, STRING, smallDocument } from './small-document.ts';

/**
 * A layered pipeline of many tasks, 20 wide: each takes two outputs of the layer above, an input and a constant, and
 * some have text with references, settings and "run after" edges.
 */
export function largeDocument(count: number): PipelineDocument {
  const width = 20;
  const names = Array.from({ length: 12 }, (_item, index) => `input_${index}`);
  const tasks = Array.from({ length: count }, (_item, index): SmallTask => {
    const name = names[index % names.length] ?? '';
    if (index < width) return { arguments: { text: input(name), count: { kind: 'value', value: index } } };
    const left = `t${index - width + 1}`;
    const right = `t${index - width + 1 - (index % width) + ((index + 7) % width)}`;
    return {
      arguments: {
        text:
          index % 5 === 0
            ? { kind: 'text', parts: ['run ', input(name), ' of ', output(right, 'text_out')] }
            : input(name),
        data: output(left, 'data_out'),
        any: output(right, 'any_out'),
        options: { kind: 'value', value: { depth: index, names: ['a', 'b'], nested: { rate: 0.5 } } },
      },
      ...(index % 10 === 0 ? { after: [right as TaskId] } : {}),
      options: index % 7 === 0 ? { resources: { cpuLimit: '500m', memoryLimit: '2Gi' }, retry: { maxCount: 2 } } : {},
    };
  });
  const inputs = names.map((name) => ({ name, type: STRING, default: '' }));
  return smallDocument({ pipeline: { name: 'large', inputs }, tasks });
}
