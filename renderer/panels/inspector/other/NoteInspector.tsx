import { IconNote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setNote } from '../../../../src/model/edits/notes.ts';
import type { NoteId } from '../../../../src/model/ids.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useApp } from '../../../state/store.ts';
import { gestureOf } from '../fields/gesture.ts';
import { SubjectHeader } from '../fields/SubjectHeader.tsx';
import { TextField } from '../fields/TextField.tsx';
import classes from './Other.module.css';

/** A note's text. */
export function NoteInspector({ tabId, noteId }: { readonly tabId: TabId; readonly noteId: NoteId }) {
  const { t } = useTranslation();
  const note = useApp((state) => state.documents.tabs.get(tabId)?.document.notes.get(noteId));
  const gesture = gestureOf(tabId, `note ${noteId}`);
  if (note === undefined) return null;
  return (
    <>
      <SubjectHeader
        icon={IconNote}
        title={note.text.split('\n')[0] || t('inspector.note')}
        subtitle={t('inspector.note')}
      />
      <div className={classes.body}>
        <TextField
          tabId={tabId}
          field="text"
          label={t('inspector.noteText')}
          value={note.text}
          lines={4}
          onChange={(text) => gesture.edit((document) => setNote(document, noteId, text ?? ''))}
          onEnd={gesture.end}
          onRevert={gesture.revert}
        />
      </div>
    </>
  );
}
