/** What the page loads before it first paints. */
import { join } from 'node:path';
import { gzippedSize, listFirstPaintFiles } from '../../tools/build/sizes.ts';
import { root } from '../repository/source-files.ts';
import { printFigure } from './figures.ts';

const bytes = gzippedSize(listFirstPaintFiles(join(root, 'dist/renderer')));
printFigure({ name: 'renderer before the first paint, gzipped', value: bytes / 1000, unit: 'kB', budget: 700 });
