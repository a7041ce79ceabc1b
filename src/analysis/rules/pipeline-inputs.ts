import { checkConstant } from '../../catalog/port-compatibility.ts';
import type { PipelineInput } from '../../model/document.ts';
import { typeLabel } from '../../model/type-label.ts';
import { fix, type RuleContext } from '../rule.ts';
import { checkPortNames } from './port-names.ts';

/** Inputs of a pipeline: their names, types and defaults, and that something uses them. */
export function checkPipelineInputs(context: RuleContext, isUsed: (input: string) => boolean): void {
  const { pipeline, report } = context;
  checkPortNames(context, 'input', pipeline.inputs);
  for (const input of pipeline.inputs) {
    checkType(context, input);
    if (isUsed(input.name)) continue;
    report({
      code: 'unused-input',
      severity: 'warning',
      values: { input: input.name },
      pipelinePort: { side: 'input', name: input.name },
      fixes: [fix({ kind: 'remove-input', pipeline: pipeline.id, input: input.name })],
    });
  }
}

function checkType({ document, pipeline, report }: RuleContext, input: PipelineInput): void {
  const { type } = input;
  const values = { input: input.name, expected: typeLabel(type) };
  const pipelinePort = { side: 'input', name: input.name } as const;
  if (type.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS' && pipeline.id === document.root) {
    report({ code: 'final-status-input', values, pipelinePort });
  }
  if (input.default === undefined) return;
  if (type.kind === 'artifact') report({ code: 'artifact-default', values, pipelinePort });
  else if (checkConstant(input.default, type) !== undefined) {
    report({ code: 'default-type', values: { ...values, value: JSON.stringify(input.default) }, pipelinePort });
  }
}
