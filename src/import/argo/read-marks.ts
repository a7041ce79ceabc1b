import type { Reference } from '../../model/argument.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type ArgoReading, type Frame, noteLoss, referenceOf, type Value } from './argo-reading.ts';

/** A text cut at Argo's marks: what stands between braces is `mark`. */
export type TextPiece = string | { readonly mark: string };

const MARK = /\{\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\}/g;

/** Cuts a text at its marks. */
export function piecesOf(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ mark: (match[1] ?? '').trim() });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** Argo's facts of a run, as KFP asks for them. */
const FACTS: { readonly [mark: string]: string } = {
  'workflow.name': '{{$.pipeline_job_name}}',
  'workflow.uid': '{{$.pipeline_job_uuid}}',
  'pod.name': '{{$.pipeline_task_uuid}}',
  'workflow.creationTimestamp': '{{$.pipeline_job_create_time_utc}}',
  'workflow.creationTimestamp.RFC3339': '{{$.pipeline_job_create_time_utc}}',
};

/** The KFP placeholder for a fact of the run. */
export function factOf(mark: string): string | undefined {
  return FACTS[mark];
}

/** What a mark stands for in a frame; noted where it stands for nothing that can be drawn. */
export function meaningOf(frame: Frame, mark: string, task: string): Value | undefined {
  const { names, meanings, done } = frame;
  const known = meanings.get(mark);
  if (known !== undefined) return known;
  const [, name = '', path = ''] = /^(?:tasks|steps)\.([^.]+)\.outputs\.(.+)$/.exec(mark) ?? [];
  const value = done.get(name)?.outputs(path);
  if (value === undefined) noteLoss(names.reading, 'argo-mark-not-read', { mark: `{{${mark}}}`, task });
  return value;
}

/** What a text of a call means: a reference alone, a constant, or text with references in it. */
export function valueOfText(frame: Frame, text: string, task: string): Value | undefined {
  const pieces = piecesOf(text);
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && typeof only !== 'string' && factOf(only.mark) === undefined) {
    return meaningOf(frame, only.mark, task);
  }
  const parts: (string | Reference)[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') addPart(parts, piece);
    else {
      const added = partsOfMark(frame, piece.mark, task);
      if (added === undefined) return undefined;
      for (const part of added) addPart(parts, part);
    }
  }
  return { argument: constantOrText(parts), type: 'STRING' };
}

function partsOfMark(frame: Frame, mark: string, task: string): readonly (string | Reference)[] | undefined {
  const fact = factOf(mark);
  if (fact !== undefined) return [fact];
  const value = meaningOf(frame, mark, task);
  const reference = referenceOf(value);
  if (reference !== undefined) return [reference];
  if (value?.argument.kind === 'text') return value.argument.parts;
  return value?.argument.kind === 'value' ? [String(value.argument.value)] : undefined;
}

function addPart(parts: (string | Reference)[], part: string | Reference): void {
  const last = parts.at(-1);
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else parts.push(part);
}

function constantOrText(parts: readonly (string | Reference)[]): Value['argument'] {
  if (parts.length === 0) return { kind: 'value', value: '' };
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return { kind: 'value', value: only };
  return { kind: 'text', parts };
}

/** A JSON text as a tree; undefined for anything else. */
export function jsonOf(text: string): YamlTree | undefined {
  try {
    return JSON.parse(text) as YamlTree;
  } catch {
    return undefined;
  }
}

/** Whether a text has marks. */
export function hasMarks(text: string): boolean {
  return piecesOf(text).some((piece) => typeof piece !== 'string');
}

/** Notes marks in a place where only constants can stand. Gives whether there are any. */
export function refuseMarks(reading: ArgoReading, text: string, task: string): boolean {
  const mark = piecesOf(text).find((piece) => typeof piece !== 'string');
  if (mark === undefined) return false;
  noteLoss(reading, 'argo-mark-not-read', { mark: text, task });
  return true;
}
