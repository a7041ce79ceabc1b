import { checkConstant } from '../../catalog/port-compatibility.ts';
import type { PipelineInput } from '../../model/document.ts';
import { typeLabel } from '../../model/type-label.ts';
import { convertConstant } from '../convert-constant.ts';
import { fix, type RuleContext } from '../rule.ts';
import { checkPortNames } from './port-names.ts';

/** Inputs of a pipeline: their names, types and defaults, and that something uses them. */
export function checkPipelineInputs(context: RuleContext, isUsed: (input: string) => boolean): void {
  const { pipeline, report } = context;
  checkPortNames(context, 'input', pipeline.inputs);
  for (const input of pipeline.inputs) {
    checkType(context, input, isUsed);
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

function checkType(
  { document, pipeline, report }: RuleContext,
  input: PipelineInput,
  isUsed: (input: string) => boolean,
): void {
  const { type } = input;
  const values = { input: input.name, expected: typeLabel(type) };
  const pipelinePort = { side: 'input', name: input.name } as const;
  if (type.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS' && pipeline.id === document.root) {
    // KFP SDK: a component compiled alone has such an input, though nothing can run it.
    const severity = isUsed(input.name) ? 'warning' : 'error';
    report({ code: 'final-status-input', severity, values, pipelinePort });
  }
  if (input.default === undefined) return;
  const change = { kind: 'set-input-default', pipeline: pipeline.id, input: input.name } as const;
  const clear = fix(change);
  if (type.kind === 'artifact') report({ code: 'artifact-default', values, pipelinePort, fixes: [clear] });
  else if (checkConstant(input.default, type) !== undefined) {
    const value = JSON.stringify(input.default);
    const converted = convertConstant(input.default, type.parameterType);
    const fixes = converted === undefined ? [clear] : [fix({ ...change, value: converted }), clear];
    report({ code: 'default-type', values: { ...values, value }, pipelinePort, fixes });
  }
}
