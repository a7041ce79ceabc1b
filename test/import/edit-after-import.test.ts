import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { nodeRecord } from '../../src/model/lookups.ts';
import { CORPUS_MISSING } from '../helpers/corpus.ts';
import { danglingOf } from '../helpers/dangling.ts';
import { type EditedImport, editedImports } from '../helpers/edited-imports.ts';
import { importedDocument, readIrFiles } from '../helpers/ir-files.ts';
import { findWiringFaults } from '../helpers/ir-wiring.ts';

/** How many edits there are at the least, and how many of them leave a pipeline that compiles. */
const RECORDED = { edits: 720, compiled: 520 };

function faultsOf({ name, document }: EditedImport): readonly string[] {
  const compiled = compileDocument(document);
  if (!compiled.ok) return [];
  return findWiringFaults(compiled.value.spec, compiled.value.platform).map((fault) => `${name}: ${fault}`);
}

describe.skipIf(CORPUS_MISSING !== undefined)(`editing what was imported ${CORPUS_MISSING ?? ''}`, () => {
  const edited = editedImports();

  it('starts from wires that lead somewhere', () => {
    const faults = readIrFiles().flatMap((file) => {
      const document = importedDocument(file);
      return faultsOf({ name: file.name, before: document, document });
    });
    expect(faults).toEqual([]);
  });

  it('adds nothing that leads nowhere', () => {
    const dangling = edited.flatMap(({ name, before, document }) => {
      const known = new Set(danglingOf(before));
      return danglingOf(document).flatMap((text) => (known.has(text) ? [] : [`${name}: ${text}`]));
    });
    expect(dangling).toEqual([]);
  });

  it('leaves no channel that nothing gives or takes', () => {
    expect(edited.flatMap(faultsOf)).toEqual([]);
  });

  it('leaves a pipeline that compiles, or says what is wrong and where', () => {
    let count = 0;
    const silent = edited.filter(({ document }) => {
      const compiled = compileDocument(document);
      if (compiled.ok) count += 1;
      if (compiled.ok) return false;
      const errors = compiled.error.filter(({ severity }) => severity === 'error');
      return !errors.every(({ place }) => place.node === undefined || nodeRecord(document, place.node) !== undefined);
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(edited.length).toBeGreaterThanOrEqual(RECORDED.edits);
    expect(count).toBeGreaterThanOrEqual(RECORDED.compiled);
  });

  it('compiles whatever was renamed', () => {
    const renamed = edited.filter(({ name }) => name.includes(': rename '));
    const broken = renamed.filter(({ document }) => !compileDocument(document).ok);
    expect(broken.map(({ name }) => name)).toEqual([]);
  });
});
