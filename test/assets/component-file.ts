import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';

const port = z.strictObject({ name: z.string(), type: z.string(), description: z.string().min(10) });
const inputPort = z.strictObject({
  ...port.shape,
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  optional: z.boolean().optional(),
});

/** The part of the v1 component format that the shipped components use; anything else is an error. */
const componentFile = z.strictObject({
  name: z.string(),
  description: z.string().min(20),
  metadata: z.strictObject({ annotations: z.record(z.string(), z.string()) }),
  inputs: z.array(inputPort).default([]),
  outputs: z.array(port).default([]),
  implementation: z.strictObject({
    container: z.strictObject({ image: z.string(), command: z.array(z.unknown()) }),
  }),
});

export type ComponentFile = z.infer<typeof componentFile>;

/** Reads a shipped component. Throws where it is not one. */
export function readComponentFile(path: string): ComponentFile {
  return componentFile.parse(load(readFileSync(path, 'utf8')));
}

const catalog = join(import.meta.dirname, '../../assets/catalog');

/** `<group>/<name>` of every component of the built-in catalog. */
export function listCatalog(): readonly string[] {
  return listFolders(catalog).flatMap((group) => listFolders(join(catalog, group)).map((name) => `${group}/${name}`));
}

function listFolders(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** The file of a component of the built-in catalog. */
export function catalogFile(name: string): string {
  return join(catalog, name, 'component.yaml');
}
