import { sanitisePortName } from '../../model/sanitise-names.ts';
import type { Fix } from '../diagnostic.ts';
import { fix, type RuleContext } from '../rule.ts';

/** Names of a pipeline's inputs or outputs: as KFP writes them, each once even after sanitising. */
export function checkPortNames(
  context: RuleContext,
  side: 'input' | 'output',
  ports: readonly { readonly name: string }[],
): void {
  const nameOfId = new Map<string, string>();
  for (const { name } of ports) {
    const id = sanitisePortName(name);
    const other = nameOfId.get(id);
    if (other !== undefined) reportTaken(context, side, name, other, id, ports);
    else if (!/^[a-z]/.test(id)) reportInvalid(context, side, name, freeName(side, ports));
    else if (id !== name) reportInvalid(context, side, name, id);
    nameOfId.set(id, other ?? name);
  }
}

function reportTaken(
  { pipeline, report }: RuleContext,
  side: 'input' | 'output',
  name: string,
  other: string,
  id: string,
  ports: readonly { readonly name: string }[],
): void {
  const code = name === other ? `duplicate-${side}` : `${side}s-collide`;
  const fixes = name === other ? [] : [renameFix(pipeline.id, side, name, freeName(id, ports))];
  report({ code, values: { name, other, id }, pipelinePort: { side, name }, fixes });
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
