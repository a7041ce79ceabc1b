import { readForeignYaml } from '../../../src/yaml/read-foreign-yaml.ts';

type Tree = { readonly [key: string]: unknown };

/**
 * A workflow without what the SDK 1.8 writes for a KFP backend (labels, annotations, its service account), and without
 * what says nothing: empty lists and maps, no limit of parallelism.
 */
export function comparableWorkflow(text: string): unknown {
  const read = readForeignYaml(text);
  if (!read.ok) throw new Error(read.error.code);
  const [workflow] = read.value.documents as readonly { spec: Tree; metadata: Tree }[];
  if (workflow === undefined) throw new Error('no document');
  const { serviceAccountName: _, templates, ...spec } = workflow.spec;
  const plain = (templates as readonly Tree[]).map(({ metadata: _dropped, parallelism, ...template }) => {
    return parallelism === 0 || parallelism === undefined ? template : { ...template, parallelism };
  });
  return withoutEmpty({ generateName: workflow.metadata.generateName, spec: { ...spec, templates: plain } });
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withoutEmpty(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => !isEmpty(item)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
