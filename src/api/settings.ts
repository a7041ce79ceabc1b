import { z } from 'zod';

/** What the user can set, as it stands in the settings file. Unknown keys of the file survive. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.enum(['system', 'en', 'fr']).default('system'),
  autoSave: z.boolean().default(false),
  /** Folders whose components are always in the catalog. */
  catalogFolders: z.array(z.string()).default([]),
  engine: z.enum(['auto', 'process', 'docker', 'podman']).default('auto'),
  /** Tasks at one time; 0 means by cores. */
  runParallelism: z.int().min(0).max(256).default(0),
  runStoreMaxGigabytes: z.number().min(0.1).max(10_000).default(5),
  runStoreMaxDays: z.number().min(1).max(3650).default(30),
  snapToGrid: z.boolean().default(true),
  showMinimap: z.boolean().default(true),
  /** Action id to key combination; null takes the default key away. */
  keys: z.record(z.string(), z.string().nullable()).default({}),
});

export type Settings = z.output<typeof settingsSchema>;
