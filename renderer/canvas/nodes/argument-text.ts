import type { Argument, Reference } from '../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { nameOfNode } from '../../../src/model/document-path.ts';

/** How a node shows what an input port is given. Wires say nothing beside the port: the wire does. */
export type ArgumentKind = 'value' | 'input' | 'wire' | 'text';

const LONGEST = 60;

/** Tells the ways of showing apart. */
export function kindOfArgument(argument: Argument): ArgumentKind {
  if (argument.kind === 'value' || argument.kind === 'input') return argument.kind;
  return argument.kind === 'text' || argument.kind === 'template' ? 'text' : 'wire';
}

/** An argument in a few words. */
export function describeArgument(document: PipelineDocument, argument: Argument): string {
  switch (argument.kind) {
    case 'value':
      return shorten(valueText(argument.value));
    case 'text':
      return shorten(argument.parts.map((part) => partText(document, part)).join(''));
    case 'template':
      return '{…}';
    default:
      return referenceText(document, argument);
  }
}

function partText(document: PipelineDocument, part: string | Reference): string {
  return typeof part === 'string' ? part : `‹${referenceText(document, part)}›`;
}

/** A reference in a few words: `train.model`, or the name of an input. */
export function referenceText(document: PipelineDocument, reference: Reference): string {
  switch (reference.kind) {
    case 'input':
      return reference.input;
    case 'task-output':
    case 'collected':
      return `${nameOfNode(document, reference.task)}.${reference.output}`;
    case 'loop-item':
      return reference.field === undefined
        ? `${nameOfNode(document, reference.loop)}.item`
        : `${nameOfNode(document, reference.loop)}.${reference.field}`;
    case 'one-of':
      return `${nameOfNode(document, reference.group)}.${reference.output}`;
  }
}

/** Empty text is shown as such: it is not the same as unset. */
function valueText(value: unknown): string {
  if (value === '') return '""';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
