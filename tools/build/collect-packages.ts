import type { Plugin } from 'vite';

/** Gathers the folders of the npm packages that end up in a bundle. */
export type PackageCollector = { readonly folders: ReadonlySet<string>; readonly plugin: Plugin };

const packageFolder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The folder of the innermost package that a module lies in; undefined for our own modules. */
export function packageFolderOf(moduleId: string): string | undefined {
  return packageFolder.exec(moduleId.replaceAll('\\', '/').replace(/^\0/, ''))?.[1];
}

/** One collector may serve several builds. */
export function createPackageCollector(): PackageCollector {
  const folders = new Set<string>();
  const plugin: Plugin = {
    name: 'collect-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const folder = packageFolderOf(id);
          if (folder !== undefined) folders.add(folder);
        }
      }
    },
  };
  return { folders, plugin };
}
