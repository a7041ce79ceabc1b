import type { PipelineInput } from '../../../../src/model/document.ts';
import { guessSecret } from '../../../../src/model/guess-secret.ts';

/** Whether an input's value is masked: the author's own mark, or else a guess from its name. */
export function isSecret(input: PipelineInput): boolean {
  return input.secret ?? guessSecret(input.name);
}
