import { addInput } from '../../../src/model/edits/pipeline-inputs.ts';
import { addOutput } from '../../../src/model/edits/pipeline-outputs.ts';
import type { PipelineId } from '../../../src/model/ids.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { editDocument } from '../../state/edits.ts';
import { focusField } from '../../state/looking.ts';
import { select } from '../../state/selection.ts';
import { getState } from '../../state/store.ts';

/** Adds an input (`out`: it is a source on the canvas) or an output to a pipeline, and goes to its field. */
export function addPipelinePort(tabId: TabId, pipeline: PipelineId, side: 'in' | 'out'): void {
  const document = getState().documents.tabs.get(tabId)?.document;
  if (document === undefined) return;
  const type = { kind: 'parameter', parameterType: 'STRING' } as const;
  const added =
    side === 'out'
      ? addInput(document, pipeline, { name: 'input', type })
      : addOutput(document, pipeline, { name: 'output', type });
  if (!editDocument(tabId, () => added)) return;
  select(tabId, [side === 'out' ? `inputs:${pipeline}` : `outputs:${pipeline}`]);
  focusField(tabId, side === 'out' ? `input:${added.name}` : `output:${added.name}`);
}
