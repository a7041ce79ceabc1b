import type { Service } from '../../../src/api/host.ts';
import type { ImportResult } from '../../../src/api/results.ts';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import { importSource } from '../../../src/import/import-source.ts';
import { rootPipeline } from '../../../src/model/lookups.ts';
import type { PathAccess } from '../paths/path-access.ts';
import { concerning } from '../support/node-errors.ts';
import { readComponentTexts } from './read-components.ts';
import { readSourceFile } from './read-source-file.ts';

export type ImportService = Service<'import.read'>;

/** Reads foreign pipelines. Writes nothing: what comes of it is the caller's to keep. */
export function createImport(deps: { readonly access: PathAccess }): ImportService {
  return {
    handlers: {
      'import.read': async (params) => {
        if ('text' in params) return describeImport(params.text);
        const real = await deps.access.check(params.path);
        const text = await concerning(params.path, () => readSourceFile(real));
        return describeImport(text, await readComponentTexts(text, real, deps.access.check));
      },
    },
    dispose: async () => undefined,
  };
}

/** What a text is as a native file. `componentTexts` are those that it names but does not hold. */
export function describeImport(source: string, componentTexts?: ReadonlyMap<string, string>): ImportResult {
  const imported = importSource(source, componentTexts);
  if (!imported.ok) return { imported: false, notes: imported.error };
  const { document, kind, notKept } = imported.value;
  const { name, displayName } = rootPipeline(document);
  return { imported: true, kind, title: displayName ?? name, text: printPipelineFile(document), notes: notKept };
}
