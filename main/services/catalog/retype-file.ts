import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { ComponentFix } from '../../../src/catalog/component-description.ts';
import { retypeComponent } from '../../../src/catalog/retype-component.ts';
import { concerning, errnoOf } from '../support/node-errors.ts';
import { writeAtomic } from '../support/write-atomic.ts';

const MOST_COPIES = 100;

/**
 * Writes a copy of a component beside it, in which the named inputs have the given types. Nothing that is there is
 * replaced. Returns the copy's path.
 */
export async function retypeFile(path: string, inputs: ComponentFix['inputs']): Promise<string> {
  return await concerning(path, async () => {
    const text = await readFile(path, 'utf8');
    const copy = retypeComponent(text, inputs);
    if (copy === text) throw new HostError('unsupported', { path });
    for (let number = 1; number <= MOST_COPIES; number += 1) {
      const target = join(dirname(path), copyName(basename(path), number));
      if (await writeNew(target, copy)) return target;
    }
    throw new HostError('already-exists', { path });
  });
}

/** `component.yaml` → `typed.component.yaml`; `train.yaml` → `train.typed.yaml`; then `typed-2` and so on. */
function copyName(name: string, number: number): string {
  const mark = number === 1 ? 'typed' : `typed-${number}`;
  const [, stem = '', ending = ''] = /^(.*?)((?:(?<=^|\.)component)?\.ya?ml)$/i.exec(name) ?? [
    undefined,
    `${name}.`,
    'yaml',
  ];
  if (ending.startsWith('.')) return `${stem}.${mark}${ending}`;
  return `${stem}${mark}.${ending}`;
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeAtomic(path, text, { exclusive: true });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}
