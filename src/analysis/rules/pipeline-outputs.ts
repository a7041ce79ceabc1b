import type { PipelineOutput } from '../../model/document.ts';
import { typeLabel } from '../../model/type-label.ts';
import { checkGiven, type Given } from '../check-given.ts';
import { checkOutputScope } from '../check-output-scope.ts';
import { offersFor } from '../offers.ts';
import { resolveReference } from '../resolve-reference.ts';
import { type Finding, fix, type RuleContext } from '../rule.ts';
import { checkPortNames } from './port-names.ts';

/** Outputs of a pipeline: their names, that each is fed, by something in reach and of its type. */
export function checkPipelineOutputs(context: RuleContext): void {
  checkPortNames(context, 'output', context.pipeline.outputs);
  for (const output of context.pipeline.outputs) {
    const finding = checkSource(context, output);
    if (finding === undefined) continue;
    context.report({
      ...finding,
      values: { output: output.name, port: output.name, ...finding.values },
      pipelinePort: { side: 'output', name: output.name },
      fixes: [
        ...(finding.fixes ?? []),
        fix({ kind: 'remove-output', pipeline: context.pipeline.id, output: output.name }),
      ],
    });
  }
}

function checkSource({ document, pipeline }: RuleContext, output: PipelineOutput): Finding | undefined {
  const { source } = output;
  if (source === undefined) return { code: 'output-without-source' };
  const given = resolveReference(document, pipeline.id, source);
  if (!given.ok) return given;
  const problem = checkOutputScope(document, pipeline.id, source);
  if (problem !== undefined) {
    const place = { kind: 'output', pipeline: pipeline.id, output: output.name } as const;
    const takes = (other: Given): boolean => checkGiven(other, output.type) === undefined;
    return { ...problem, fixes: offersFor(document, pipeline.id, source, { place, takes, standsThere: true }) };
  }
  const code = checkGiven(given, output.type);
  if (code === undefined) return undefined;
  return { code, values: { given: typeLabel(given.type), expected: typeLabel(output.type) } };
}
