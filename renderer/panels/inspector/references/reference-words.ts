import type { Reference } from '../../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import { nameOfNode } from '../../../../src/model/document-path.ts';

/** A reference in two words: whose, and what. Pipeline inputs have no owner. */
export function wordsOfReference(
  document: PipelineDocument,
  reference: Reference,
): { readonly owner: string | null; readonly name: string } {
  switch (reference.kind) {
    case 'input':
      return { owner: null, name: reference.input };
    case 'task-output':
    case 'collected':
      return { owner: nameOfNode(document, reference.task), name: reference.output };
    case 'loop-item':
      return { owner: nameOfNode(document, reference.loop), name: reference.field ?? 'item' };
    case 'one-of':
      return { owner: nameOfNode(document, reference.group), name: reference.output };
  }
}

/** The same in one line: `train.model`, or the name of an input. */
export function textOfReference(document: PipelineDocument, reference: Reference): string {
  const { owner, name } = wordsOfReference(document, reference);
  return owner === null ? name : `${owner}.${name}`;
}
