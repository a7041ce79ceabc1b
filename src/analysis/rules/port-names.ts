import type { PortType } from '../../model/port-type.ts';
import { sanitisePortName } from '../../model/sanitise-names.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { Fix } from '../diagnostic.ts';
import { fix, type RuleContext } from '../rule.ts';
import { isArtifactType } from './artifact-type.ts';

/** KFP SDK: the name rule of pipeline channels; names of our own are stricter but others' are taken as they are. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Names of a pipeline's inputs or outputs: as KFP writes them, each once. */
export function checkPortNames(
  context: RuleContext,
  side: 'input' | 'output',
  ports: readonly { readonly name: string; readonly type: PortType }[],
): void {
  const taken = new Set<string>();
  for (const { name, type } of ports) {
    if (!isArtifactType(type)) {
      const values = { name, given: typeLabel(type) };
      context.report({ code: 'artifact-type-invalid', values, pipelinePort: { side, name } });
    }
    if (taken.has(name)) {
      context.report({ code: `duplicate-${side}`, values: { name }, pipelinePort: { side, name } });
    } else if (!NAME.test(name)) {
      const wanted = sanitisePortName(name);
      reportInvalid(context, side, name, freeName(/^[a-z]/.test(wanted) ? wanted : side, ports));
    }
    taken.add(name);
  }
}

function reportInvalid({ pipeline, report }: RuleContext, side: 'input' | 'output', name: string, id: string): void {
  report({
    code: `${side}-name-invalid`,
    values: { name },
    pipelinePort: { side, name },
    fixes: [renameFix(pipeline.id, side, name, id)],
  });
}

function renameFix(pipeline: RuleContext['pipeline']['id'], side: 'input' | 'output', old: string, name: string): Fix {
  return side === 'input'
    ? fix({ kind: 'rename-input', pipeline, input: old, name })
    : fix({ kind: 'rename-output', pipeline, output: old, name });
}

function freeName(base: string, ports: readonly { readonly name: string }[]): string {
  const taken = new Set(ports.map((port) => port.name));
  let number = 1;
  let name = base;
  while (taken.has(name)) {
    number += 1;
    name = `${base}_${number}`;
  }
  return name;
}
