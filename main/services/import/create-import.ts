import type { Service } from '../../../src/api/host.ts';
import type { ImportResult } from '../../../src/api/results.ts';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import type { ImportNote } from '../../../src/import/import-result.ts';
import { importSource } from '../../../src/import/import-source.ts';
import { rootPipeline } from '../../../src/model/lookups.ts';
import type { Result } from '../../../src/model/result.ts';
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
        return await describeSource(text, real, deps.access.check);
      },
    },
    dispose: async () => undefined,
  };
}

/** What was read of a file is as a native file. `allow` gives the real path of a component beside it or throws. */
export async function describeSource(
  text: Result<string, ImportNote>,
  file: string,
  allow: (path: string) => Promise<string>,
): Promise<ImportResult> {
  if (!text.ok) return { imported: false, notes: [text.error] };
  return describeImport(text.value, await readComponentTexts(text.value, file, allow));
}

/** What a text is as a native file. `componentTexts` are those that it names but does not hold. */
function describeImport(source: string, componentTexts?: ReadonlyMap<string, string>): ImportResult {
  const imported = importSource(source, componentTexts);
  if (!imported.ok) return { imported: false, notes: imported.error };
  const { document, kind, notKept, kept = [] } = imported.value;
  const { name, displayName } = rootPipeline(document);
  return {
    imported: true,
    kind,
    title: displayName ?? name,
    text: printPipelineFile(document),
    notes: [...notKept, ...kept],
  };
}
