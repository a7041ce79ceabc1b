import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const kilobyte = 1000;

function inKilobytes(bytes: number): string {
  return `${Math.round(bytes / kilobyte)} kB`;
}

function sumFiles(folder: string, suffix: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(suffix) && statSync(path).isFile())
    .reduce((sum, path) => sum + statSync(path).size, 0);
}

/** The files that the page loads before it first paints: what `index.html` names and what those scripts import at once. */
export function listFirstPaintFiles(folder: string): string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  return [...new Set(named)].map((name) => join(folder, name));
}

/** Bytes after gzip, summed over files that are each compressed alone, as a server sends them. */
export function gzippedSize(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

/** One line per bundle of a build, for people. */
export function describeSizes(folder: string): string[] {
  const page = join(folder, 'renderer');
  const first = gzippedSize(listFirstPaintFiles(page));
  return [
    `page: ${inKilobytes(sumFiles(page, '.js'))} of scripts; ${inKilobytes(first)} gzipped before the first paint`,
    `command line and Electron: ${inKilobytes(sumFiles(folder, 'js') - sumFiles(page, 'js'))}`,
  ];
}
