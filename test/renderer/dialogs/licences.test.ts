import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LICENCES, versionOf } from '../../../renderer/dialogs/help/licences.ts';

const ROOT = join(import.meta.dirname, '../../..');

function manifestOf(name: string): { readonly version: string; readonly license: string } {
  return JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
}

it.each(LICENCES)('says of $name what the package says of itself', ({ name, licence }) => {
  const manifest = manifestOf(name);
  expect(licence).toBe(manifest.license);
  expect(versionOf(name)).toBe(manifest.version);
});
