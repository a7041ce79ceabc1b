import { flushRecovery, hasUnwrittenChanges, noteChange } from '../files/recovery.ts';
import { createGatherer, followDocuments } from './follow-documents.ts';

/** A copy is written at most this long after an edit. */
const DELAY = 500;

/** Writes a recovery copy of every changed document, at most half a second after each edit. */
export function startRecoveryCopies(): void {
  const write = createGatherer(DELAY, () => void flushRecovery());
  followDocuments((tab, before) => {
    if (before === undefined || tab.readOnly !== null) return;
    noteChange(tab.id);
    write('all');
  });
  window.addEventListener('pagehide', () => void flushRecovery());
  window.addEventListener('beforeunload', (event) => {
    // Asking helps only in the half second in which the copy is not written yet.
    if (hasUnwrittenChanges()) event.preventDefault();
  });
}
