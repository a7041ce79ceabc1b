import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOfPath, pathOfOrigin } from '../../../renderer/state/component-origin.ts';

describe('originOfPath', () => {
  const cases: readonly (readonly [path: string, document: string | null, origin: string])[] = [
    ['/w/components/a/component.yaml', '/w/p.pipeline.yaml', 'components/a/component.yaml'],
    ['/w/component.yaml', '/w/p.pipeline.yaml', 'component.yaml'],
    ['/lib/a.yaml', '/w/x/p.pipeline.yaml', '../../lib/a.yaml'],
    ['/w/a.yaml', null, '/w/a.yaml'],
    ['builtin:tables/join', '/w/p.pipeline.yaml', 'builtin:tables/join'],
    ['C:\\w\\a\\b.yaml', 'C:\\w\\p.pipeline.yaml', 'a/b.yaml'],
    ['D:\\lib\\b.yaml', 'C:\\w\\p.pipeline.yaml', 'D:\\lib\\b.yaml'],
  ];
  it.each(cases)('%s beside %s is %s', (path, document, origin) => {
    expect(originOfPath(path, document)).toBe(origin);
    expect(pathOfOrigin(origin, document)).toBe(path);
  });

  const segment = fc.stringMatching(/^[a-z0-9_.-]{1,8}$/).filter((name) => name !== '.' && name !== '..');
  const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
  it('is undone by pathOfOrigin, wherever both are', () => {
    fc.assert(
      fc.property(path, path, (component, document) => {
        expect(pathOfOrigin(originOfPath(component, document), document)).toBe(component);
      }),
    );
  });
});
