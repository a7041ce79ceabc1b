import { folderRoot } from './catalog-root.ts';
import { createFolderScan, type ScanResult } from './folder-scan.ts';

/** The components below one folder, looked at once: what `pipewright components` lists. */
export async function scanComponents(folder: string): Promise<Omit<ScanResult, 'folders'>> {
  const { entries, notes } = await createFolderScan(folderRoot(folder)).look();
  return { entries, notes };
}
