import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';
import { moduloIds } from '../helpers/modulo-ids.ts';

/** Problems that a document with broken references rightly has. */
const BROKEN = new Set(['missing-task', 'missing-group', 'missing-component', 'missing-pipeline']);

function parsed(text: string) {
  const result = parsePipelineFile(text);
  if (!result.ok) throw new Error(`${result.error.code}\n${text}`);
  return result.value;
}

describe('a printed document', () => {
  it('is read as the same document, ids apart', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const text = printPipelineFile(document);
        const file = parsed(text);
        expect(moduloIds(file.document)).toEqual(moduloIds(document));
        expect(file.damaged).toBe(false);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  it('has no problems but those of references that are broken in it', () => {
    fc.assert(
      fc.property(arbitraryDocument({ missing: false }), (document) => {
        const problems = parsed(printPipelineFile(document)).diagnostics.filter(({ code }) => !BROKEN.has(code));
        expect(problems).toEqual([]);
      }),
    );
  });

  it('prints as the same text again, with and without its source', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const text = printPipelineFile(document);
        const file = parsed(text);
        expect(printPipelineFile(file.document)).toBe(text);
        expect(printPipelineFile(file.document, file.source)).toBe(text);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  it('keeps CRLF line ends and the byte order mark', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.boolean(), (document, mark) => {
        const text = (mark ? '\ufeff' : '') + printPipelineFile(document).replaceAll('\n', '\r\n');
        const file = parsed(text);
        expect(printPipelineFile(file.document, file.source)).toBe(text);
        expect(moduloIds(file.document)).toEqual(moduloIds(document));
      }),
    );
  });
});
