import Elk from 'elkjs';
import { describe, expect, it } from 'vitest';
import { arrangementOf } from '../../../renderer/canvas/geometry/arrange.ts';
import type { Box } from '../../../renderer/canvas/geometry/group-frame.ts';
import { collectSpots } from '../../../renderer/worker/collect-spots.ts';
import { layoutGraph } from '../../../renderer/worker/layout-graph.ts';
import { measureNode } from '../../../renderer/worker/measure-node.ts';
import { placeAmongOthers } from '../../../renderer/worker/place-among-others.ts';
import { importSource } from '../../../src/import/import-source.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { moveNodes } from '../../../src/model/edits/move-nodes.ts';
import { nodesOfBody } from '../../../src/model/lookups.ts';
import { CORPUS_MISSING, readCorpusFiles } from '../../helpers/corpus.ts';

async function arrangeAll(document: PipelineDocument): Promise<PipelineDocument> {
  let placed: PipelineDocument = { ...document, layout: new Map() };
  for (const pipeline of document.pipelines.keys()) {
    const spots = collectSpots(await new Elk().layout(layoutGraph(placed, pipeline, measureNode)));
    placed = moveNodes(placed, placeAmongOthers(spots, placed)).document;
  }
  return placed;
}

/** The names of siblings that lie over each other. */
function overlapping(document: PipelineDocument): readonly string[] {
  const found: string[] = [];
  const boxes = new Map([...document.pipelines.keys()].flatMap((id) => [...arrangementOf(document, id).boxes]));
  for (const body of document.bodies.keys()) {
    const siblings = nodesOfBody(document, body);
    for (const [index, one] of siblings.entries()) {
      for (const other of siblings.slice(index + 1)) {
        if (overlap(boxes.get(one.id), boxes.get(other.id))) found.push(`${one.name} ${other.name}`);
      }
    }
  }
  return found;
}

function overlap(one: Box | undefined, other: Box | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

describe.skipIf(CORPUS_MISSING !== undefined)(`arranging public pipelines${CORPUS_MISSING ?? ''}`, () => {
  const files = ['corpus/kfp-ir', 'corpus/kfp-golden', 'reference/kfp-golden'].flatMap((folder) =>
    readCorpusFiles(folder, '.yaml'),
  );

  it.each(files.map(({ name, text }) => [name, text] as const))(
    '%s: nothing lies over anything else',
    async (_, text) => {
      const imported = importSource(text);
      if (!imported.ok) return;
      expect(overlapping(await arrangeAll(imported.value.document))).toEqual([]);
    },
  );
});
