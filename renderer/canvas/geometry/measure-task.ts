import { interfaceOfRecord } from '../../../src/analysis/task-interface.ts';
import type { PipelineDocument, TaskRecord } from '../../../src/model/document.ts';
import { measureTask, type NodeGeometry } from './node-size.ts';

const geometries = new WeakMap<object, NodeGeometry>();

/** A geometry that is made once for an unchanging record. */
export function rememberGeometry(key: object, make: () => NodeGeometry): NodeGeometry {
  let found = geometries.get(key);
  if (found === undefined) {
    found = make();
    geometries.set(key, found);
  }
  return found;
}

/** The size and ports of a task as the canvas draws it. */
export function geometryOfTask(document: PipelineDocument, task: TaskRecord): NodeGeometry {
  const ports = interfaceOfRecord(document, task);
  return rememberGeometry(ports, () =>
    measureTask(
      ports.inputs.map((port) => port.id),
      ports.outputs.map((port) => port.id),
    ),
  );
}
