import type { CompileTarget } from '../analysis/compile-target.ts';
import type { Diagnostic } from '../analysis/diagnostic.ts';
import type { PipelineDocument } from '../model/document.ts';
import { type Result, success } from '../model/result.ts';
import { compileArgo } from './argo/compile-argo.ts';
import { compileDocument } from './compile-document.ts';
import { compileGraphComponent } from './graph-component/compile-graph-component.ts';
import { writeIrText } from './kfp/write-ir-text.ts';
import { writeManifestText } from './manifest/write-manifest-text.ts';
import type { PlanOptions } from './plan/plan-task.ts';
import { compilePython } from './python/compile-python.ts';

/** A file that a document was compiled to. */
export interface CompiledText {
  readonly text: string;
  /** What follows the pipeline's name in the name of the file. */
  readonly extension: string;
}

/** One target: how files of it end, and how its text is made. Errors of the document or of the target are given back. */
interface Target {
  readonly extension: string;
  readonly compile: (document: PipelineDocument, options: PlanOptions) => Result<string, readonly Diagnostic[]>;
}

/** Every target has its line here; the type sees to it that none is named that cannot be compiled for. */
const TARGETS: { readonly [Name in CompileTarget]: Target } = {
  kfp: { extension: '.yaml', compile: (document, options) => mapText(compileIr(document, options), writeIrText) },
  manifest: {
    extension: '.manifest.yaml',
    compile: (document, options) => mapText(compileIr(document, options), writeManifestText),
  },
  python: { extension: '.py', compile: compilePython },
  argo: { extension: '.argo.yaml', compile: (document) => compileArgo(document) },
  'graph-component': { extension: '.pipeline.component.yaml', compile: compileGraphComponent },
};

function compileIr(document: PipelineDocument, options: PlanOptions): ReturnType<typeof compileDocument> {
  return compileDocument(document, undefined, options);
}

/**
 * Compiles a document for a target. Warnings hinder nothing; with an error there is no text. The options are those of
 * the IR; the other targets have no place for them.
 */
export function compileForTarget(
  document: PipelineDocument,
  target: CompileTarget,
  options: PlanOptions = {},
): Result<CompiledText, readonly Diagnostic[]> {
  const { extension, compile } = TARGETS[target];
  return mapText(compile(document, options), (text) => ({ text, extension }));
}

function mapText<From, To>(
  result: Result<From, readonly Diagnostic[]>,
  change: (value: From) => To,
): Result<To, readonly Diagnostic[]> {
  return result.ok ? success(change(result.value)) : result;
}
