import { entryOf, isTreeMap } from '../catalog/tree.ts';
import { parsePipelineFile } from '../file/parse-file.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { importArgo } from './argo/import-argo.ts';
import { elyraComponents, importElyra } from './elyra/import-elyra.ts';
import { importGraphComponent } from './graph-component/import-graph-component.ts';
import type { ImportedDocument, ImportNote } from './import-result.ts';
import { importKfpIr } from './kfp-ir/import-kfp-ir.ts';
import { type RecognisedSource, recogniseSource, type SourceKind } from './recognise-source.ts';

/** A foreign file as a document, with what it was. */
export interface ImportedSource extends ImportedDocument {
  readonly kind: SourceKind;
}

/**
 * Makes an editable document of any text that a pipeline can be read from; what it is tells its content. Fails with the
 * reasons (`import.<code>`). Never throws for any text. `componentTexts` has texts of components that the source only
 * names, by what it calls them (`findComponents`).
 */
export function importSource(
  text: string,
  componentTexts?: ReadonlyMap<string, string>,
): Result<ImportedSource, readonly ImportNote[]> {
  const source = recogniseSource(text);
  const imported = importRecognised(source, text, componentTexts);
  return imported.ok ? success({ ...imported.value, kind: source.kind }) : imported;
}

type Imported = Result<ImportedDocument, readonly ImportNote[]>;

/** The components that a text names but does not hold: what it calls each, with the address or path in that. */
export function findComponents(text: string): ReadonlyMap<string, string> {
  const { kind, documents } = recogniseSource(text);
  return kind === 'elyra' ? elyraComponents(documents[0] ?? null) : new Map();
}

function importRecognised(
  source: RecognisedSource,
  text: string,
  componentTexts?: ReadonlyMap<string, string>,
): Imported {
  const { kind, documents, brokenLine } = source;
  switch (kind) {
    case 'pipewright':
      return importNative(text);
    case 'kfp-ir':
      return importKfpIr(documents.flatMap(unwrapJob));
    case 'kfp-manifest':
      return importManifest(documents);
    case 'graph-component':
      return importGraphComponent(documents[0] ?? null);
    case 'argo-workflow':
      return importArgo(documents);
    case 'elyra':
      return importElyra(documents[0] ?? null, componentTexts);
    case 'component':
      return refuse('is-a-component', { name: nameOf(documents[0]) });
    default:
      return brokenLine === undefined ? refuse('not-recognised') : refuse('not-yaml', { line: brokenLine });
  }
}

function refuse(code: string, values: ImportNote['values'] = {}): Imported {
  return failure([{ code, values }]);
}

function nameOf(document: YamlTree | undefined): string {
  const name = entryOf(document, 'name');
  return typeof name === 'string' ? name : '';
}

function importNative(text: string): Imported {
  const parsed = parsePipelineFile(text);
  if (!parsed.ok) return refuse('native-not-read', { reason: parsed.error.code });
  const notKept = parsed.value.damaged ? [{ code: 'native-damaged', values: {} }] : [];
  return success({ document: parsed.value.document, notKept });
}

/** KFP SDK 1.8: a compiled pipeline is a job, with the IR in one of its fields. */
function unwrapJob(document: YamlTree): readonly YamlTree[] {
  const spec = entryOf(document, 'pipelineSpec');
  return [isTreeMap(spec) ? spec : document];
}

/** KFP SDK: the Kubernetes form of a pipeline has its IR in `PipelineVersion.spec`; `Pipeline` has names only. */
function importManifest(documents: readonly YamlTree[]): Imported {
  const versions = documents.filter((document) => isTreeMap(entryOf(entryOf(document, 'spec'), 'pipelineSpec')));
  const [version] = versions;
  if (version === undefined) return refuse('manifest-without-pipeline');
  const spec = entryOf(version, 'spec');
  const parts = [entryOf(spec, 'pipelineSpec'), entryOf(spec, 'platformSpec')];
  const imported = importKfpIr(parts.filter((part) => part !== undefined));
  if (!imported.ok || versions.length === 1) return imported;
  const note = { code: 'manifest-more-versions', values: { count: versions.length } };
  return success({ ...imported.value, notKept: [...imported.value.notKept, note] });
}
