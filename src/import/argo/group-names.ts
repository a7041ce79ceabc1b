import type { Frame, PipelineNames, Value } from './argo-reading.ts';
import type { CallArguments } from './read-arguments.ts';

/** Names that KFP gives are kept; others are made by its rule. */
export function groupName(names: PipelineNames, kind: string, wanted: string): string {
  const number = new RegExp(`^${kind}-(\\d+)$`).exec(wanted)?.[1];
  let name = number !== undefined && !names.groups.has(wanted) ? wanted : '';
  while (name === '' || names.groups.has(name)) name = `${kind}-${names.groupCounter++}`;
  names.groups.add(name);
  names.groupCounter = Math.max(names.groupCounter, Number(number ?? 0) + 1);
  return name;
}

/** What marks mean inside a template that is given something: its inputs, and the parameters of the run. */
export function insideMeanings(frame: Frame, given: CallArguments): ReadonlyMap<string, Value> {
  const meanings = new Map([...frame.meanings].filter(([mark]) => mark.startsWith('workflow.')));
  for (const [name, value] of given) meanings.set(`inputs.${name}`, value);
  return meanings;
}
