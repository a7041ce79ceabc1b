import type { PortType } from '../../../src/model/port-type.ts';
import { lookOfType } from '../../canvas/graph/port-look.ts';
import classes from './TypeGlyph.module.css';

/** The shape and colour of a type, as its ports have them on the canvas. Decorative: the type's name stands beside it. */
export function TypeGlyph({ type, size = 12 }: { readonly type: PortType; readonly size?: number }) {
  return (
    <span
      className={classes.glyph}
      data-look={lookOfType(type)}
      style={{ width: size, height: size }}
      aria-hidden={true}
    />
  );
}
