import { checkConstant } from '../../catalog/port-compatibility.ts';
import type { PipelineInput } from '../../model/document.ts';
import type { PipelineId } from '../../model/ids.ts';
import type { JsonValue } from '../../model/json.ts';
import { typeLabel } from '../../model/type-label.ts';
import { convertConstant } from '../convert-constant.ts';
import type { Fix } from '../diagnostic.ts';
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
  const place = { pipeline: pipeline.id, input: input.name };
  const clear = fix({ kind: 'clear-input-default', ...place });
  if (type.kind === 'artifact') report({ code: 'artifact-default', values, pipelinePort, fixes: [clear] });
  else if (checkConstant(input.default, type) !== undefined) {
    const value = JSON.stringify(input.default);
    const converted = convertConstant(input.default, type.parameterType);
    const fixes = converted === undefined ? [clear] : [withDefault(place, converted), clear];
    report({ code: 'default-type', values: { ...values, value }, pipelinePort, fixes });
  }
}

function withDefault(place: { readonly pipeline: PipelineId; readonly input: string }, value: JsonValue): Fix {
  return fix({ kind: 'set-input-default', ...place, value }, { value: JSON.stringify(value) });
}
