import { describe, expect, test } from 'vitest';
import { findViolation } from './check-imports.ts';
import { findImports } from './imports.ts';
import { listSourceFiles, readText } from './source-files.ts';

describe('the scan of imports', () => {
  test.each([
    ["import { a } from './a.ts';", 'src/model/a.ts'],
    ["import type { A } from './a.ts';", 'src/model/a.ts'],
    ["import {\n  a,\n  type B,\n} from '../yaml/a.ts';", 'src/yaml/a.ts'],
    ["import './style.css';", 'src/model/style.css'],
    ["export { a } from './a.ts';", 'src/model/a.ts'],
    ["export type * from './a.ts';", 'src/model/a.ts'],
    ["const late = await import('./a.ts');", 'src/model/a.ts'],
    ["type Late = import('./a.ts').A;", 'src/model/a.ts'],
    ["new Worker(new URL('./a.worker.ts', import.meta.url));", 'src/model/a.worker.ts'],
  ])('sees %s', (text, file) => {
    expect(findImports('src/model/x.ts', text).map((found) => found.file)).toEqual([file]);
  });

  test('does not take comments and ordinary code for imports', () => {
    const text = "/** see import('./a.ts') */\nexport function from(text: string) {\n  return text === 'x';\n}\n";
    expect(findImports('src/model/x.ts', text)).toEqual([]);
  });
});

describe('the table', () => {
  test.each([
    ['src/model/a.ts', 'src/file/b.ts', '../file/b.ts'],
    ['src/catalog/a.ts', undefined, 'node:fs'],
    ['src/run/a.ts', undefined, 'react'],
    ['renderer/panels/a.tsx', undefined, '@xyflow/react'],
    ['renderer/main.tsx', undefined, 'electron'],
    ['renderer/main.tsx', 'main/services/a.ts', '../main/services/a.ts'],
    ['main/services/a.ts', undefined, 'electron'],
    ['main/services/a.ts', 'main/hosts/web/a.ts', '../hosts/web/a.ts'],
    ['main/hosts/web/a.ts', 'main/hosts/electron/a.ts', '../electron/a.ts'],
    ['main/hosts/cli/a.ts', undefined, 'electron/main'],
    ['src/elsewhere/a.ts', 'src/model/a.ts', '../model/a.ts'],
  ])('refuses %s → %s', (from, file, name) => {
    expect(findViolation({ from, file, name })).toContain(from);
  });

  test.each([
    ['src/analysis/rules/a.ts', 'src/model/a.ts', '../../model/a.ts'],
    ['renderer/canvas/a.tsx', undefined, '@xyflow/react'],
    ['renderer/main.tsx', 'renderer/canvas/a.tsx', './canvas/a.tsx'],
    ['main/hosts/electron/main.ts', undefined, 'electron'],
    ['main/hosts/cli/main.ts', 'main/hosts/web/a.ts', '../web/a.ts'],
  ])('allows %s → %s', (from, file, name) => {
    expect(findViolation({ from, file, name })).toBeUndefined();
  });
});

test('every import of src, renderer and main follows the table', () => {
  const files = listSourceFiles(['src', 'renderer', 'main']);
  const violations = files.flatMap((file) => findImports(file, readText(file))).map((found) => findViolation(found));
  expect(violations.filter((sentence) => sentence !== undefined)).toEqual([]);
  expect(files.length).toBeGreaterThan(0);
});
