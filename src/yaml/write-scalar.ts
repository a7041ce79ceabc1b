import { analyseScalar, type ScalarAnalysis } from './analyse-scalar.ts';
import { type Emitter, type ScalarPlace, withDeeperIndent } from './emitter.ts';
import { resolvePlainScalar } from './resolve-plain-scalar.ts';
import { writeDoubleQuoted } from './write-double-quoted.ts';
import { writePlain } from './write-plain.ts';
import { writeSingleQuoted } from './write-single-quoted.ts';

/** Writes a number, boolean or null: always plain, and never long enough to fold. */
export function writeBareScalar(emitter: Emitter, text: string, place: ScalarPlace): void {
  withDeeperIndent(emitter, 'flow', () => writePlain(emitter, text, place));
}

/** Writes a text in the first style of plain, single-quoted, double-quoted that keeps it (`choose_scalar_style`). */
export function writeTextScalar(
  emitter: Emitter,
  text: string,
  place: ScalarPlace,
  analysis: ScalarAnalysis = analyseScalar(text),
): void {
  const split = place !== 'simple-key';
  withDeeperIndent(emitter, 'flow', () => {
    if (analysis.allowPlain && !analysis.empty && resolvePlainScalar(text) === 'text') writePlain(emitter, text, place);
    else if (analysis.allowSingleQuoted) writeSingleQuoted(emitter, text, split);
    else writeDoubleQuoted(emitter, text, split);
  });
}
