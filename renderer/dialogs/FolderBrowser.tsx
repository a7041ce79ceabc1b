import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { folderBrowserStore } from '../files/pick-path.ts';

const FolderBrowserDialog = lazy(async () => ({
  default: (await import('./folder/FolderBrowserDialog.tsx')).FolderBrowserDialog,
}));

/** The folder browser, while a path is being chosen. */
export function FolderBrowser() {
  const open = useStore(folderBrowserStore, (state) => state.open);
  if (open === null) return null;
  return (
    <Suspense fallback={null}>
      <FolderBrowserDialog request={open.request} onDone={open.resolve} />
    </Suspense>
  );
}
