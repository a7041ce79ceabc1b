import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportNote } from '../../src/import/import-result.ts';
import { useSentence } from '../i18n/use-sentence.ts';
import classes from './ImportNotesDialog.module.css';

export interface ImportNotesProps {
  readonly name: string;
  readonly notes: readonly ImportNote[];
  /** False: there is no pipeline, and the notes say why. */
  readonly imported: boolean;
  readonly onClose: () => void;
}

/** What of a file could not be kept as it was, one sentence each; or why nothing of it could be read. */
export function ImportNotesDialog({ name, notes, imported, onClose }: ImportNotesProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(imported ? 'import.notesTitle' : 'import.failedTitle', { name })}
      size="lg"
    >
      <p className={classes.lead}>{t(imported ? 'import.notesLead' : 'import.failedLead')}</p>
      <ul className={classes.notes} data-testid="import-notes">
        {[...new Set(notes.map((note) => sentence(`import.${note.code}`, note.values)))].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Group>
    </Modal>
  );
}
