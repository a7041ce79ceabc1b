import { memo } from 'react';
import type { TaskInterface } from '../../../src/analysis/task-interface.ts';
import type { PortType } from '../../../src/model/port-type.ts';
import { handleOf, measureTask, type PortPlace } from '../geometry/node-size.ts';
import { lookOfType } from '../graph/port-look.ts';
import classes from './Port.module.css';

/**
 * The ports of a task seen from far away: dots of their shape and colour. No wire can be drawn from them, but React Flow
 * finds them as the ends of the wires there are, by the class and the two attributes it looks for.
 */
export const FarPorts = memo(function FarPorts({ ports }: { readonly ports: TaskInterface }) {
  const types = new Map<string, PortType>([
    ...ports.inputs.map(({ id, type }) => [handleOf('in', id), type] as const),
    ...ports.outputs.map(({ id, type }) => [handleOf('out', id), type] as const),
  ]);
  const { ports: places } = measureTask(
    ports.inputs.map(({ id }) => id),
    ports.outputs.map(({ id }) => id),
  );
  return places.map((place) => <FarPort key={place.handle} place={place} type={types.get(place.handle)} />);
});

function FarPort({ place, type }: { readonly place: PortPlace; readonly type: PortType | undefined }) {
  const { handle, side, x, y } = place;
  return (
    <i
      className={`${side === 'in' ? 'target' : 'source'} ${type === undefined ? classes.farEnd : classes.far}`}
      data-handleid={handle}
      data-handlepos={side === 'in' ? 'left' : 'right'}
      data-port={handle}
      data-look={type === undefined ? undefined : lookOfType(type)}
      style={{ left: x, top: y }}
    />
  );
}
