import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadComponent } from '../../src/catalog/load-component.ts';
import { toIrContainer, toIrDefinitions } from './to-ir-component.ts';

interface SdkCase {
  readonly case: string;
  readonly text: string;
  readonly sdk: {
    readonly loaded: boolean;
    readonly used?: boolean;
    readonly error?: string;
    readonly message?: string;
    readonly name?: string;
    readonly component?: object;
    readonly container?: object;
  };
}

const FIXTURE = new URL('../fixtures/catalog/component-cases.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as { readonly cases: readonly SdkCase[] };

/** The SDK compiles a component alone only under a good pipeline name; in a pipeline any name does. */
const ONLY_ALONE = new Set(['name empty', 'name without letters', 'name too long']);

describe('what the official SDK makes of hand-written components', () => {
  const accepted = cases.filter(({ sdk }) => sdk.error === undefined);
  it.each(accepted)('$case: the same component', ({ text, sdk }) => {
    const loaded = loadComponent(text, { path: 'component.yaml' });
    if (loaded.status !== 'ok') throw new Error(JSON.stringify(loaded));
    expect(loaded.description.problems).toEqual([]);
    expect(loaded.description.name).toBe(sdk.name);
    expect(toIrDefinitions(loaded.description)).toEqual(sdk.component);
    expect(toIrContainer(loaded.description)).toEqual(sdk.container);
  });

  const refusedAtLoad = cases.filter(({ sdk }) => !sdk.loaded);
  it.each(refusedAtLoad)('$case: broken', ({ case: name, text }) => {
    const loaded = loadComponent(text, { path: 'component.yaml' });
    if (name === 'graph') {
      expect(loaded).toMatchObject({ status: 'not-a-component', reason: 'graph-component' });
      return;
    }
    if (loaded.status !== 'broken') throw new Error(JSON.stringify(loaded));
    expect(loaded.problems.length).toBeGreaterThan(0);
  });

  const refusedAtUse = cases.filter(({ sdk }) => sdk.loaded && sdk.error !== undefined);
  it.each(refusedAtUse)('$case: a problem at use', ({ case: name, text }) => {
    const loaded = loadComponent(text, { path: 'component.yaml' });
    if (loaded.status !== 'ok') throw new Error(JSON.stringify(loaded));
    const found = ONLY_ALONE.has(name) ? loaded.description.notes : loaded.description.problems;
    expect(found).toHaveLength(1);
  });

  it('covers every outcome', () => {
    expect([accepted.length, refusedAtLoad.length, refusedAtUse.length].every((count) => count > 15)).toBe(true);
  });
});
