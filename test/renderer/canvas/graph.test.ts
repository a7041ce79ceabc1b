import { describe, expect, it } from 'vitest';
import { buildEdges } from '../../../renderer/canvas/graph/build-edges.ts';
import { buildNodes } from '../../../renderer/canvas/graph/build-nodes.ts';
import { type EdgeKey, edgeIdOf, parseEdgeId } from '../../../renderer/canvas/graph/edge-id.ts';
import { findWires, inputsShownAsChips } from '../../../renderer/canvas/graph/find-wires.ts';
import type { FlowNode } from '../../../renderer/canvas/graph/flow-types.ts';
import type { TabId } from '../../../renderer/state/documents-slice.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { moveNodes } from '../../../src/model/edits/move-nodes.ts';
import { setArgument } from '../../../src/model/edits/set-argument.ts';
import type { LayoutKey, NodeId, PipelineId, TaskId } from '../../../src/model/ids.ts';
import { rootPipeline } from '../../../src/model/lookups.ts';
import { largeDocument } from '../../helpers/large-document.ts';
import { input, output, STRING, smallDocument } from '../../helpers/small-document.ts';

const TAB = 'tab' as TabId;

function nodesOf(
  document: PipelineDocument,
  previous: readonly FlowNode[] = [],
  selected: readonly LayoutKey[] = [],
): readonly FlowNode[] {
  const settings = {
    tabId: TAB,
    document,
    pipeline: rootPipeline(document),
    selected: new Set(selected),
    dragged: null,
  };
  return buildNodes(settings, new Map(previous.map((node) => [node.id, node])));
}

describe('ids of wires', () => {
  it.each<EdgeKey>([
    { kind: 'argument', task: 't1' as TaskId, port: 'data', index: 2 },
    { kind: 'output', pipeline: 'p1' as PipelineId, output: 'accuracy' },
    { kind: 'after', node: 't2' as NodeId, upstream: 't1' as NodeId },
  ])('say what the wire is: %j', (key) => {
    expect(parseEdgeId(edgeIdOf(key))).toEqual(key);
  });

  it('of other text say nothing', () => {
    expect(parseEdgeId('reactflow__edge-1')).toBeUndefined();
  });
});

describe('nodes', () => {
  it('are the same objects while nothing about them changed', () => {
    const document = largeDocument(40);
    const first = nodesOf(document);
    const second = nodesOf(document, first);
    expect(second.every((node, index) => node === first[index])).toBe(true);
  });

  it('change only where one was moved, selected or renamed', () => {
    const document = largeDocument(40);
    const first = nodesOf(document);
    const moved = nodesOf(moveNodes(document, new Map([['t7' as TaskId, { x: 10, y: 20 }]])).document, first);
    expect(moved.filter((node, index) => node !== first[index]).map((node) => node.id)).toEqual(['t7']);
    const selected = nodesOf(document, first, ['t3' as TaskId]);
    expect(selected.filter((node, index) => node !== first[index]).map((node) => node.id)).toEqual(['t3']);
  });

  it('have a handle per port, at the border and inside the height', () => {
    const [inputs, task] = nodesOf(smallDocument({ tasks: [{}], pipeline: { inputs: [{ name: 'a', type: STRING }] } }));
    expect(inputs?.handles?.map((handle) => handle.id)).toEqual(['out:a', 'out:+']);
    expect(task?.handles).toHaveLength(2 + 10 + 5);
    for (const handle of task?.handles ?? []) {
      expect(handle.y).toBeGreaterThan(0);
      expect(handle.y).toBeLessThan(task?.height ?? 0);
    }
  });
});

describe('wires', () => {
  it('are found for data, outputs, texts and "run after"', () => {
    const document = smallDocument({
      pipeline: {
        inputs: [{ name: 'a', type: STRING }],
        outputs: [{ name: 'made', type: STRING, source: output('t1', 'text_out') }],
      },
      tasks: [
        { arguments: { text: input('a') } },
        {
          arguments: { text: { kind: 'text', parts: ['x ', output('t1', 'text_out'), input('a')] } },
          after: ['t1' as TaskId],
        },
      ],
    });
    expect(findWires(document, rootPipeline(document)).map((wire) => wire.id)).toEqual([
      'argument:t1:text:0',
      'argument:t2:text:0',
      'argument:t2:text:1',
      'after:t2:t1',
      `output:${document.root}:made`,
    ]);
  });

  it('give way to chips for an input that feeds many ports', () => {
    const tasks = [1, 2, 3].map(() => ({ arguments: { text: input('a') } }));
    const document = smallDocument({ pipeline: { inputs: [{ name: 'a', type: STRING }] }, tasks });
    expect([...inputsShownAsChips(document, rootPipeline(document))]).toEqual(['a']);
    expect(findWires(document, rootPipeline(document))).toEqual([]);
  });

  it('have none for what is not there', () => {
    const document = smallDocument({
      tasks: [{ arguments: { text: output('t9', 'text_out'), count: output('t1', 'gone') } }],
    });
    expect(findWires(document, rootPipeline(document))).toEqual([]);
  });

  it('are the same objects while nothing about them changed', () => {
    const document = largeDocument(40);
    const first = buildEdges(document, rootPipeline(document), new Set(), new Map());
    const changed = setArgument(document, 't30' as TaskId, 'data', output('t1', 'data_out')).document;
    const second = buildEdges(changed, rootPipeline(changed), new Set(), new Map(first.map((edge) => [edge.id, edge])));
    const fresh = second.filter((edge) => !first.includes(edge));
    expect(fresh.map((edge) => edge.id)).toEqual(['argument:t30:data:0']);
  });
});
