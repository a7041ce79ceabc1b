import i18next from 'i18next';
import { resolveReference } from '../../../src/analysis/resolve-reference.ts';
import { inputOfTask, interfaceOfTask } from '../../../src/analysis/task-interface.ts';
import type { Argument, Reference } from '../../../src/model/argument.ts';
import { combineEdits } from '../../../src/model/combine-edits.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Edit } from '../../../src/model/edit.ts';
import { connect, type WireEnd } from '../../../src/model/edits/connect.ts';
import { addInput } from '../../../src/model/edits/pipeline-inputs.ts';
import { addOutput } from '../../../src/model/edits/pipeline-outputs.ts';
import { addAfter } from '../../../src/model/edits/run-after.ts';
import type { PipelineId } from '../../../src/model/ids.ts';
import { toast } from '../../parts/toast.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { applyEdit, undoEdit } from '../../state/edits.ts';
import { getState } from '../../state/store.ts';
import { describeArgument } from '../nodes/argument-text.ts';
import { type CanvasPort, isSource, sourceOfPort, targetOfPort } from './canvas-port.ts';
import { isGroupTarget, planGroupWire } from './group-wire.ts';
import { createJudge } from './judge.ts';

/** Wires two ports, in whichever order they were named. False when that may not be; the judge says why. */
export function connectPorts(tabId: TabId, pipeline: PipelineId, one: CanvasPort, other: CanvasPort): boolean {
  const document = getState().documents.tabs.get(tabId)?.document;
  if (document === undefined) return false;
  const [from, to] = isSource(one) ? [one, other] : [other, one];
  const verdict = createJudge(document, pipeline, from)(to);
  if (!verdict.ok) return false;
  const edit = planWire(document, pipeline, from, to);
  if (edit === undefined || !applyEdit(tabId, edit)) return false;
  if (verdict.replaces !== undefined) tellReplaced(tabId, document, to, verdict.replaces);
  return true;
}

/** The edit that draws a wire; a new entry of the pipeline is made with it. */
export function planWire(
  document: PipelineDocument,
  pipeline: PipelineId,
  from: CanvasPort,
  to: CanvasPort,
): Edit | undefined {
  if (from.kind === 'after-out') return to.kind === 'after-in' ? addAfter(document, to.node, from.node) : undefined;
  if (from.kind === 'new-input') return to.kind === 'task-input' ? wireNewInput(document, pipeline, to) : undefined;
  const source = sourceOfPort(from, pipeline);
  if (source === undefined) return undefined;
  if (to.kind === 'new-output') return wireNewOutput(document, pipeline, source.reference);
  if (isGroupTarget(to)) return planGroupWire(document, source.reference, to);
  const end = endOfPort(to, pipeline);
  return end === undefined ? undefined : connect(document, source.reference, end);
}

function endOfPort(port: CanvasPort, pipeline: PipelineId): WireEnd | undefined {
  const target = targetOfPort(port);
  if (target === undefined) return undefined;
  return 'output' in target ? { kind: 'output', pipeline, output: target.output } : { kind: 'port', ...target };
}

type TaskInputPort = CanvasPort & { readonly kind: 'task-input' };

function wireNewInput(document: PipelineDocument, pipeline: PipelineId, to: TaskInputPort): Edit | undefined {
  const port = inputOfTask(interfaceOfTask(document, to.task), to.port);
  if (port === undefined) return undefined;
  const added = addInput(document, pipeline, {
    name: port.id,
    type: port.type,
    ...(port.default === undefined ? {} : { default: port.default }),
    ...(port.description === undefined ? {} : { description: port.description }),
  });
  const reference = { kind: 'input', input: added.name } as const;
  const end = { kind: 'port', task: to.task, port: to.port } as const;
  return combineEdits(document, added.label, [() => added, (next) => connect(next, reference, end)]);
}

function wireNewOutput(document: PipelineDocument, pipeline: PipelineId, reference: Reference): Edit | undefined {
  const given = resolveReference(document, pipeline, reference);
  if (!given.ok || !('output' in reference)) return undefined;
  const added = addOutput(document, pipeline, { name: reference.output, type: given.type });
  const end = { kind: 'output', pipeline, output: added.name } as const;
  return combineEdits(document, added.label, [() => added, (next) => connect(next, reference, end)]);
}

/** What a wire takes the place of is not lost silently. */
function tellReplaced(tabId: TabId, document: PipelineDocument, to: CanvasPort, replaced: Argument): void {
  const port =
    to.kind === 'task-input' ? to.port : to.kind === 'pipeline-output' ? to.name : i18next.t('canvas.group.items');
  toast({
    message: i18next.t('canvas.replaced', { port, value: describeArgument(document, replaced) }),
    action: { label: i18next.t('common.undo'), run: () => undoEdit(tabId) },
  });
}
