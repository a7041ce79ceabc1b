/** What the files of one folder may import. Folders below inherit unless they have a row of their own. */
export type Row = {
  readonly folder: string;
  /** Our own folders, beside what falls under the same row. */
  readonly folders: readonly string[];
  /** Packages; `node:` is every module of Node, `*` every package that no row forbids here. */
  readonly packages: readonly string[];
  readonly forbidden?: readonly string[];
};

const core = ['src/yaml', 'src/words', 'src/model'];
const readers = [...core, 'src/file', 'src/catalog'];
const analysers = [...readers, 'src/analysis'];
const runners = [...analysers, 'src/compile', 'src/import', 'src/run'];

const onlyNode = ['node:', 'electron', 'execa', 'commander'];
const onlyPage = [
  'react',
  'react-dom',
  'react-i18next',
  '@mantine/core',
  '@mantine/hooks',
  'zustand',
  'dockview-react',
];
const onlyCanvas = '@xyflow/react';
/** Sizes and looks computed from records: without React Flow, for whoever places or lists a node. */
const geometry = 'renderer/canvas/geometry';
const portLook = 'renderer/canvas/graph/port-look.ts';

/** The house's arrows, one row for each folder. Types are imports like any other: the core owns its types. */
export const rows: readonly Row[] = [
  { folder: 'src/yaml', folders: [], packages: ['yaml', 'js-yaml'] },
  { folder: 'src/words', folders: ['src/yaml'], packages: [] },
  { folder: 'src/model', folders: ['src/yaml', 'src/words'], packages: ['@noble/hashes'] },
  { folder: 'src/file', folders: core, packages: ['yaml', '@noble/hashes'] },
  { folder: 'src/file/schema', folders: [...core, 'src/file'], packages: ['zod'] },
  { folder: 'src/catalog', folders: core, packages: ['minisearch', 'yaml', '@noble/hashes'] },
  { folder: 'src/analysis', folders: readers, packages: [] },
  { folder: 'src/compile', folders: analysers, packages: ['@noble/hashes'] },
  { folder: 'src/import', folders: [...analysers, 'src/compile'], packages: [] },
  { folder: 'src/run', folders: [...analysers, 'src/compile', 'src/import'], packages: ['@noble/hashes'] },
  { folder: 'src/actions', folders: core, packages: [] },
  { folder: 'src/api', folders: runners, packages: ['zod'] },

  {
    folder: 'renderer',
    folders: ['src', 'renderer', 'package.json', 'CHANGELOG.md'],
    packages: ['*'],
    forbidden: [...onlyNode, onlyCanvas],
  },
  { folder: 'renderer/canvas', folders: ['src', 'renderer'], packages: ['*'], forbidden: onlyNode },
  { folder: geometry, folders: ['src'], packages: [] },
  {
    folder: 'renderer/state',
    folders: ['src', 'renderer/host.ts', 'renderer/worker', geometry],
    packages: ['zustand'],
  },
  { folder: 'renderer/theme', folders: ['renderer/state'], packages: ['*'], forbidden: [...onlyNode, onlyCanvas] },
  { folder: 'renderer/i18n', folders: ['src'], packages: ['i18next', 'react', 'react-i18next'] },
  {
    folder: 'renderer/parts',
    folders: ['src', 'renderer/theme', 'renderer/i18n', 'renderer/state', portLook],
    packages: ['*'],
    forbidden: [...onlyNode, onlyCanvas],
  },
  { folder: 'renderer/worker', folders: ['src', 'renderer/state', geometry], packages: ['elkjs'] },

  { folder: 'main/services', folders: ['src'], packages: ['*'], forbidden: ['electron', ...onlyPage, onlyCanvas] },
  {
    folder: 'main/hosts',
    folders: ['src', 'main/services'],
    packages: ['*'],
    forbidden: ['electron', ...onlyPage, onlyCanvas],
  },
  {
    folder: 'main/hosts/electron',
    folders: ['src', 'main/services', 'main/hosts'],
    packages: ['*'],
    forbidden: [...onlyPage, onlyCanvas],
  },
];
