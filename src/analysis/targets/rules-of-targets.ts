import type { CompileTarget } from '../compile-target.ts';
import { checkArgo } from './argo.ts';
import { checkArtifactLoops, warnOfArtifactLoops } from './artifact-loops.ts';
import { checkGraphComponent } from './graph-component.ts';
import { checkPipelineSize } from './pipeline-size.ts';
import { checkPython } from './python.ts';
import { checkRootInputs } from './root-inputs.ts';
import type { TargetRule } from './target-rule.ts';
import { checkWorkspacePatch } from './workspace-patch.ts';

/** What a document can be checked for: every target there is a compiler for, and the server that runs pipelines. */
export type CheckTarget = CompileTarget | 'kfp-backend';

/** What each target cannot take although the document is sound. Every target has its line, even an empty one. */
export const RULES_OF_TARGETS: { readonly [Target in CheckTarget]: readonly TargetRule[] } = {
  kfp: [checkPipelineSize, checkRootInputs, warnOfArtifactLoops],
  manifest: [checkPipelineSize, checkRootInputs, warnOfArtifactLoops],
  argo: [checkPipelineSize, checkArgo],
  'graph-component': [checkGraphComponent],
  python: [checkPipelineSize, checkPython],
  'kfp-backend': [checkPipelineSize, checkRootInputs, checkArtifactLoops, checkWorkspacePatch],
};
