import { readFileSync } from 'node:fs';
import { fromRoot } from '../root.ts';

/** One thing done before the picture is taken; texts are Playwright selectors. */
export type Step =
  | { readonly click: string }
  | { readonly doubleClick: string }
  | { readonly hover: string }
  | { readonly press: string }
  | { readonly fill: readonly [selector: string, text: string] }
  | { readonly waitFor: string };

/** One picture: `docs/images/NAME.png`. */
export type Shot = {
  readonly name: string;
  /** A folder of the repository, of which a copy is opened; nothing is opened without it. */
  readonly open?: string;
  /** A file in that folder, where the file itself is opened. */
  readonly file?: string;
  readonly theme: 'light' | 'dark';
  readonly size: readonly [width: number, height: number];
  readonly steps?: readonly Step[];
  /** A selector, where only a part of the page is pictured. */
  readonly part?: string;
};

/** The list of pictures in `docs/screenshots.json`. */
export function readShots(): Shot[] {
  return JSON.parse(readFileSync(fromRoot('docs/screenshots.json'), 'utf8')).shots;
}
