import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of public pipeline documents: `PIPEWRIGHT_CORPUS`, by default `shared` beside the repository. */
export const CORPUS_ROOT: string = resolve(
  process.env.PIPEWRIGHT_CORPUS ?? join(import.meta.dirname, '..', '..', '..', 'shared'),
);

/** Why the corpus cannot be used, or nothing. Tests that need it are skipped with this reason. */
export const CORPUS_MISSING: string | undefined = existsSync(join(CORPUS_ROOT, 'corpus'))
  ? undefined
  : `the corpus is not at ${CORPUS_ROOT} (set PIPEWRIGHT_CORPUS)`;

/** One file of the corpus. */
export interface CorpusFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The files of one folder of the corpus, such as `corpus/kfp-ir`, whose names end so; none where it is absent. */
export function readCorpusFiles(folder: string, ending: string): CorpusFile[] {
  const path = join(CORPUS_ROOT, folder);
  if (CORPUS_MISSING !== undefined || !existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => ({ name, path: join(path, name), text: readFileSync(join(path, name), 'utf8') }));
}
