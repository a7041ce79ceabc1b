import i18next from 'i18next';
import type { ConnectionVerdict } from '../../../src/analysis/connection.ts';
import { sentenceNow } from '../../i18n/use-sentence.ts';

/** Why a wire was refused, as a sentence. */
export function verdictText(verdict: ConnectionVerdict & { readonly ok: false }): string {
  if (verdict.code === 'not-a-target') return i18next.t('canvas.notATarget');
  return sentenceNow(`diagnostic.${verdict.code}`, verdict.values);
}
