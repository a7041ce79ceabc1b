import type { Diagnostic } from '../../src/analysis/diagnostic.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { diagnosticSentence, sentence } from '../../src/words/sentences.ts';

/** Longer files explain nothing. */
const MOST_LINES = 40;

/** What every file has and no example needs. */
const LEFT_OUT = /^(apiVersion|kind|groupCounter|components):/;

/** The file that breaks a rule, without its components; nothing for a very long one. */
export function exampleText(document: PipelineDocument, code: string): string | undefined {
  const shown: string[] = [];
  let isShown = true;
  for (const line of printPipelineFile(document).trimEnd().split('\n')) {
    if (/^\S/.test(line)) isShown = !LEFT_OUT.test(line) && (code.startsWith('pipeline-name') || line !== 'metadata:');
    if (isShown && line !== '') shown.push(line.replace('@000000000000', ''));
  }
  return shown.length > MOST_LINES || shown.length === 0 ? undefined : shown.join('\n');
}

/** What is said about the example, and the mends that are offered. */
export function saidAbout(diagnostic: Diagnostic): { readonly says: string; readonly mends: readonly string[] } {
  const mends = diagnostic.fixes.map(({ change, values }) => sentence('en', `fix.${change.kind}`, values));
  return { says: diagnosticSentence('en', diagnostic), mends: [...new Set(mends)] };
}
