import type { PortType } from '../../model/port-type.ts';
import { sanitisePortName } from '../../model/sanitise-names.ts';
import type { InputPort, OutputPort } from '../component-description.ts';
import type { LocatedProblem } from '../problem-list.ts';
import { convertV1Default } from './convert-default.ts';
import { declaredTypeText, resolveV1Type } from './resolve-type.ts';
import { quoteValue, type StrictReader } from './strict-reader.ts';
import type { V1Input, V1Port } from './v1-component.ts';

/** A port with the raw one it was made from. */
export interface DescribedPorts<Port> {
  readonly ports: readonly Port[];
  readonly notes: readonly LocatedProblem[];
  /** What the SDK refuses only when a task is made. */
  readonly atUse: readonly LocatedProblem[];
}

/** KFP SDK: `pipeline_channel`, the rule for names of channels. */
const USABLE_PORT_ID = /^[A-Za-z][A-Za-z0-9\s_-]*$/;

/** Types that look like the SDK's own spelling and are not recognised in a v1 file. */
const BUNDLED_SPELLING = /^(?:system|google)\.\w+(?:@.*)?$/;

/** Describes the inputs: names sanitised, types by name, defaults converted. */
export function describeInputs(inputs: readonly V1Input[], reader: StrictReader): DescribedPorts<InputPort> {
  const found: Findings = { reader, notes: [], atUse: [] };
  const ports = inputs.flatMap((input) => {
    const type = portType(input, 'input', found);
    return type === undefined ? [] : [describeInput(input, type, found)];
  });
  return finishPorts(ports, inputs, 'inputs-collide', found);
}

/** Describes the outputs. */
export function describeOutputs(outputs: readonly V1Port[], reader: StrictReader): DescribedPorts<OutputPort> {
  const found: Findings = { reader, notes: [], atUse: [] };
  const ports = outputs.flatMap((output) => {
    const type = portType(output, 'output', found);
    return type === undefined ? [] : [{ ...portBase(output), type }];
  });
  return finishPorts(ports, outputs, 'outputs-collide', found);
}

/** What is noticed on the way. */
interface Findings {
  readonly reader: StrictReader;
  readonly notes: LocatedProblem[];
  readonly atUse: LocatedProblem[];
}

function describeInput(input: V1Input, type: PortType, found: Findings): InputPort {
  const base = { ...portBase(input), type };
  if (type.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS') return { ...base, optional: true };
  const optional = input.optional || input.default !== undefined;
  if (input.default === undefined) return { ...base, optional };
  const path = [...input.path, 'default'];
  const values = { input: input.name, value: quoteValue(input.default) };
  if (type.kind === 'artifact' || typeof input.type !== 'string') {
    found.notes.push({ code: 'default-dropped', values, path });
    return { ...base, optional };
  }
  const converted = convertV1Default(input.default, input.type, type.parameterType);
  if (!converted.ok) {
    if (converted.when === 'load') found.reader.report(converted.code, values, path);
    else found.atUse.push({ code: converted.code, values, path });
    return { ...base, optional };
  }
  if (converted.note !== undefined) found.notes.push({ code: converted.note, values, path });
  return { ...base, optional, default: converted.value };
}

function portBase(port: V1Port): { id: string; name: string; declaredType?: string; description?: string } {
  const declaredType = declaredTypeText(port.type);
  return {
    id: sanitisePortName(port.name),
    name: port.name,
    ...(declaredType === undefined ? {} : { declaredType }),
    ...(port.description === undefined ? {} : { description: port.description }),
  };
}

function portType(port: V1Port, side: 'input' | 'output', found: Findings): PortType | undefined {
  const type = resolveV1Type(port.type, side);
  const values = { port: port.name, type: declaredTypeText(port.type) ?? '' };
  const path = [...port.path, 'type'];
  if (type === undefined) found.reader.report('type-google', values, path);
  else if (type.kind === 'artifact' && type.schemaTitle === 'system.Artifact' && BUNDLED_SPELLING.test(values.type)) {
    found.notes.push({ code: 'type-not-recognised', values, path });
  }
  return type;
}

/** KFP SDK: of two names that fall on one id, the later silently replaces the earlier, in its place. */
function finishPorts<Port extends { readonly id: string; readonly name: string }>(
  ports: readonly Port[],
  raw: readonly V1Port[],
  collisionCode: 'inputs-collide' | 'outputs-collide',
  { notes, atUse }: Findings,
): DescribedPorts<Port> {
  const byId = new Map<string, Port>();
  for (const port of ports) {
    const path = raw.find((candidate) => candidate.name === port.name)?.path ?? [];
    const earlier = byId.get(port.id);
    if (earlier !== undefined && earlier.name !== port.name) {
      notes.push({ code: collisionCode, values: { first: earlier.name, second: port.name, id: port.id }, path });
    }
    if (!USABLE_PORT_ID.test(port.id)) {
      atUse.push({ code: 'port-name', values: { name: port.name, id: port.id }, path });
    }
    byId.set(port.id, port);
  }
  return { ports: [...byId.values()], notes, atUse };
}
