import { devDependencies } from '../../../package.json';

export interface IncludedPackage {
  readonly name: string;
  /** SPDX expression. */
  readonly licence: string;
}

/** What is shipped inside the app, with its licence. A test compares it with the packages themselves. */
export const LICENCES: readonly IncludedPackage[] = [
  { name: '@codemirror/lang-json', licence: 'MIT' },
  { name: '@codemirror/lang-yaml', licence: 'MIT' },
  { name: '@codemirror/language', licence: 'MIT' },
  { name: '@codemirror/search', licence: 'MIT' },
  { name: '@codemirror/state', licence: 'MIT' },
  { name: '@codemirror/view', licence: 'MIT' },
  { name: '@fontsource-variable/inter', licence: 'OFL-1.1' },
  { name: '@lezer/highlight', licence: 'MIT' },
  { name: '@mantine/core', licence: 'MIT' },
  { name: '@mantine/hooks', licence: 'MIT' },
  { name: '@mantine/notifications', licence: 'MIT' },
  { name: '@noble/hashes', licence: 'MIT' },
  { name: '@tabler/icons-react', licence: 'MIT' },
  { name: '@tanstack/react-virtual', licence: 'MIT' },
  { name: '@xyflow/react', licence: 'MIT' },
  { name: 'commander', licence: 'MIT' },
  { name: 'dockview-react', licence: 'MIT' },
  { name: 'dompurify', licence: '(MPL-2.0 OR Apache-2.0)' },
  { name: 'electron', licence: 'MIT' },
  { name: 'elkjs', licence: 'EPL-2.0 OR GPL-3.0-or-later' },
  { name: 'execa', licence: 'MIT' },
  { name: 'i18next', licence: 'MIT' },
  { name: 'ignore', licence: 'MIT' },
  { name: 'js-yaml', licence: 'MIT' },
  { name: 'marked', licence: 'MIT' },
  { name: 'minisearch', licence: 'MIT' },
  { name: 'papaparse', licence: 'MIT' },
  { name: 'react', licence: 'MIT' },
  { name: 'react-dom', licence: 'MIT' },
  { name: 'react-i18next', licence: 'MIT' },
  { name: 'yaml', licence: 'ISC' },
  { name: 'zod', licence: 'MIT' },
  { name: 'zustand', licence: 'MIT' },
];

/** The version of a package that this app is built with. */
export function versionOf(name: string): string {
  return (devDependencies as { readonly [name: string]: string })[name] ?? '';
}
