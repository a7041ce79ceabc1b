import { isAbsolute } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { RunSource } from '../../../src/api/params.ts';
import { compileDocument } from '../../../src/compile/compile-document.ts';
import type { LocalHints } from '../../../src/compile/compiled-pipeline.ts';
import type { PipelineSpec, PlatformSpec } from '../../../src/compile/kfp/ir.ts';
import { writeIrText } from '../../../src/compile/kfp/write-ir-text.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { guessSecret } from '../../../src/model/guess-secret.ts';
import { readForeignYaml } from '../../../src/yaml/read-foreign-yaml.ts';

/** What a run executes: always IR, whatever it was started from. */
export interface LoadedSource {
  readonly spec: PipelineSpec;
  readonly platform: PlatformSpec | undefined;
  readonly irText: string;
  readonly documentText: string | undefined;
  readonly documentPath: string | undefined;
  /** IR task path to the document's path. */
  readonly documentPaths: { readonly [irPath: string]: string };
  readonly hints: LocalHints;
  readonly secretInputs: ReadonlySet<string>;
}

/** Compiles a document, or reads IR. Fails with `invalid-pipeline`. */
export function loadSource(source: RunSource): LoadedSource {
  return source.kind === 'document' ? loadDocument(source) : loadIr(source.text, source.path);
}

function loadDocument(source: RunSource): LoadedSource {
  const parsed = parsePipelineFile(source.text);
  if (!parsed.ok) throw new HostError('invalid-pipeline', {}, { diagnostics: [] });
  const { document } = parsed.value;
  const compiled = compileDocument(document);
  if (!compiled.ok) throw new HostError('invalid-pipeline', {}, { diagnostics: compiled.error });
  const irText = writeIrText(compiled.value);
  const documentPaths: Record<string, string> = {};
  for (const [irPath, place] of compiled.value.sourceMap.byIrPath) documentPaths[irPath] = place.documentPath;
  return {
    ...loadIr(irText, source.path),
    documentText: source.text,
    documentPaths,
    hints: compiled.value.hints,
    secretInputs: secretInputsOf(document),
  };
}

function secretInputsOf(document: PipelineDocument): ReadonlySet<string> {
  const inputs = document.pipelines.get(document.root)?.inputs ?? [];
  return new Set(inputs.filter((input) => input.secret ?? guessSecret(input.name)).map((input) => input.name));
}

/** Reads IR, of one document or two. Fails with `invalid-pipeline`. */
export function loadIr(text: string, path: string | undefined): LoadedSource {
  const read = readForeignYaml(text);
  if (!read.ok) throw new HostError('invalid-pipeline', { line: read.error.line }, { diagnostics: [] });
  const [spec, platform] = read.value.documents as readonly unknown[];
  if (!isPipelineSpec(spec)) throw new HostError('invalid-pipeline', {}, { diagnostics: [] });
  const names = Object.keys(spec.root.inputDefinitions?.parameters ?? {});
  return {
    spec,
    platform: isPlatformSpec(platform) ? platform : undefined,
    irText: text,
    documentText: undefined,
    documentPath: path !== undefined && isAbsolute(path) ? path : undefined,
    documentPaths: {},
    hints: {},
    secretInputs: new Set(names.filter(guessSecret)),
  };
}

function isPipelineSpec(value: unknown): value is PipelineSpec {
  if (!isMap(value)) return false;
  const { root, pipelineInfo, components, deploymentSpec } = value;
  const complete = isMap(root) && isMap(root.dag) && isMap(pipelineInfo) && isMap(deploymentSpec);
  return complete && (components === undefined || isMap(components));
}

function isPlatformSpec(value: unknown): value is PlatformSpec {
  return isMap(value) && isMap(value.platforms);
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
