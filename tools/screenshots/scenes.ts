import { readFileSync } from 'node:fs';
import { fromRoot } from '../root.ts';

/** One thing done in a scene; texts are Playwright selectors. */
export type Step =
  | { readonly click: string }
  | { readonly shiftClick: string }
  | { readonly doubleClick: string }
  | { readonly hover: string }
  | { readonly press: string }
  | { readonly fill: readonly [selector: string, text: string] }
  /** Draws with the mouse from the middle of one element to the middle of another. */
  | { readonly drag: readonly [from: string, to: string] }
  | { readonly waitFor: string }
  | { readonly waitUntilGone: string }
  /** Saves `docs/images/NAME.png`; of a part of the page where a selector is given. */
  | { readonly picture: string; readonly part?: string };

/** A fresh start of the app, what is done in it and the pictures that are taken on the way. */
export type Scene = {
  readonly name: string;
  /** A folder of the repository, of which a copy is opened; nothing is opened without it. */
  readonly open?: string;
  /** A file in that folder, where the file itself is opened. */
  readonly file?: string;
  readonly theme: 'light' | 'dark';
  readonly size: readonly [width: number, height: number];
  readonly steps: readonly Step[];
};

/** The scenes in `docs/screenshots.json`. */
export function readScenes(): Scene[] {
  return JSON.parse(readFileSync(fromRoot('docs/screenshots.json'), 'utf8')).scenes;
}
