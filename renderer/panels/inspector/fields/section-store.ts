import { createStore } from 'zustand/vanilla';

/** The parts of the inspector that can be folded. Kept while the app runs: what was folded stays so for the next task. */
export const SECTIONS = [
  'general',
  'component',
  'inputs',
  'outputs',
  'after',
  'caching',
  'retry',
  'resources',
  'container',
  'kubernetes',
  'pipeline',
  'pipelineInputs',
  'pipelineOutputs',
  'platform',
  'run',
  'group',
  'branches',
  'oneOf',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** Settings that most tasks leave alone start folded. */
const FOLDED_AT_FIRST: readonly SectionId[] = [
  'component',
  'caching',
  'retry',
  'resources',
  'container',
  'kubernetes',
  'platform',
];

export const sectionStore = createStore<{ readonly folded: ReadonlySet<SectionId> }>(() => ({
  folded: new Set(FOLDED_AT_FIRST),
}));

/** Folds or unfolds a part. */
export function setFolded(id: SectionId, isFolded: boolean): void {
  const folded = new Set(sectionStore.getState().folded);
  if (isFolded) folded.add(id);
  else folded.delete(id);
  sectionStore.setState({ folded });
}

const SECTION_OF_FIELD: readonly (readonly [prefix: string, section: SectionId])[] = [
  ['argument:', 'inputs'],
  ['input:', 'pipelineInputs'],
  ['output:', 'pipelineOutputs'],
  ['after', 'after'],
  ['options.caching', 'caching'],
  ['options.retry', 'retry'],
  ['options.resources', 'resources'],
  ['options.image', 'container'],
  ['options.env', 'container'],
  ['options.kubernetes.imagePullPolicy', 'container'],
  ['options.kubernetes', 'kubernetes'],
  ['options.ignoreUpstreamFailure', 'kubernetes'],
  ['platform', 'platform'],
  ['target', 'component'],
  ['name', 'general'],
  ['displayName', 'general'],
];

/** The part a field stands in. */
export function sectionOfField(field: string): SectionId | undefined {
  return SECTION_OF_FIELD.find(([prefix]) => field.startsWith(prefix))?.[1];
}
