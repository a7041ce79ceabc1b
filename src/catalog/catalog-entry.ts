import type { CatalogEntry } from './component-description.ts';
import { digestOfText } from './digest.ts';
import { loadComponent } from './load-component.ts';

/** Where an entry stands. `path` is what is shown and asked for; `root` is the catalog folder. */
export interface EntryPlace {
  readonly path: string;
  readonly root: string;
  /** The file's own name, which tells what it is meant to be. */
  readonly fileName: string;
}

/** What every component file holds somewhere. Anything else need not be parsed. */
const COMPONENT_WORDS = /implementation|pipelineInfo|deploymentSpec/;

/** True for the names by which a file says that it is a component. */
export function isComponentFileName(fileName: string): boolean {
  return /^(?:.+\.)?component\.ya?ml$/i.test(fileName);
}

/**
 * The catalog's entry for a YAML file, or undefined for a file that is none of its business. Graph components are
 * listed as broken with the sentence that they are pipelines; so is whatever calls itself `component.yaml` and is none.
 */
export function catalogEntryOf(text: string, place: EntryPlace): CatalogEntry | undefined {
  const isMeant = isComponentFileName(place.fileName);
  if (!isMeant && !COMPONENT_WORDS.test(text)) return undefined;
  const loaded = loadComponent(text, { path: place.path });
  const base = { path: place.path, root: place.root, digest: digestOfText(text) };
  switch (loaded.status) {
    case 'ok':
      return { ...base, status: 'ok', text, description: loaded.description };
    case 'broken':
      if (!isMeant && !loaded.looksLikeComponent) return undefined;
      return { ...base, status: 'broken', name: loaded.name, problems: loaded.problems };
    case 'not-a-component':
      if (!isMeant && loaded.reason !== 'graph-component') return undefined;
      return { ...base, status: 'broken', name: loaded.name, problems: [loaded.problem] };
  }
}
