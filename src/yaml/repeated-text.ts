import { createEmitter, type Emitter, writeText } from './emitter.ts';

/** How a map that stands in several places of a tree was written, and what the emitter was like behind it. */
interface WrittenMap {
  readonly indent: number | null;
  readonly text: string;
  readonly after: Pick<Emitter, 'column' | 'whitespace' | 'indention'>;
}

/** Maps that were written: the first time as they come, from the second time with their text kept. */
export type RepeatedMaps = Map<object, WrittenMap | 'once'>;

/**
 * Writes a map that follows its key, or the text it had in another place. It begins on a line of its own, so its text
 * depends on the indentation alone. Compiled pipelines repeat the ports of a component with every task.
 */
export function writeRepeated(
  emitter: Emitter,
  repeated: RepeatedMaps,
  map: object,
  write: (emitter: Emitter) => void,
): void {
  let known = repeated.get(map);
  if (known === undefined) {
    repeated.set(map, 'once');
    write(emitter);
    return;
  }
  if (known === 'once' || known.indent !== emitter.indent) {
    known = writeApart(emitter, write);
    repeated.set(map, known);
  }
  writeText(emitter, known.text);
  Object.assign(emitter, known.after);
}

function writeApart({ indent, column, whitespace, indention }: Emitter, write: (emitter: Emitter) => void): WrittenMap {
  const apart = createEmitter();
  Object.assign(apart, { indent, column, whitespace, indention });
  write(apart);
  const after = { column: apart.column, whitespace: apart.whitespace, indention: apart.indention };
  return { indent, text: apart.text, after };
}
