import i18next from 'i18next';
import { perform } from '../commands/run-command.ts';
import { importText } from '../files/import.ts';
import { toast } from '../parts/toast.tsx';

/** Larger files are not read into the page. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/**
 * A file dropped anywhere on the window is imported. The page knows its text and not where it is, so what opens is a new
 * pipeline. Returns the end.
 */
export function startFileDrop(target: Window): () => void {
  const onDragOver = (event: DragEvent): void => {
    if (event.defaultPrevented || !carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
  };
  const onDrop = (event: DragEvent): void => {
    if (event.defaultPrevented || !carriesFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    void perform(async () => {
      for (const file of files) await importFile(file);
    });
  };
  target.addEventListener('dragover', onDragOver);
  target.addEventListener('drop', onDrop);
  return () => {
    target.removeEventListener('dragover', onDragOver);
    target.removeEventListener('drop', onDrop);
  };
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** Packages are unpacked by the host, which needs the file itself. */
async function importFile(file: File): Promise<void> {
  if (/\.(zip|gz|tgz)$/i.test(file.name) || file.size > LARGEST_BYTES) {
    toast({ message: i18next.t('import.chooseInstead', { name: file.name }), kind: 'warning' });
    return;
  }
  await importText(await file.text(), file.name);
}
