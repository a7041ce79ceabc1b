import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchLog, searchPattern } from '../../../main/services/runs/search-log.ts';

let folder: string;
let path: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipewright-search-'));
  path = join(folder, 'log.txt');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function search(content: string | Buffer, query: string, options = { regularExpression: false, limit: 100 }) {
  writeFileSync(path, content);
  const pattern = searchPattern(query, options.regularExpression);
  if (pattern === undefined) throw new Error('no expression');
  return await searchLog(path, pattern, options.limit);
}

describe('searching a log', () => {
  it('says line, byte and text, whatever the line endings', async () => {
    const { matches } = await search('é one\r\ntwo\r\nprogress 1%\rprogress 2%\none more', 'ONE');
    expect(matches).toEqual([
      { line: 1, offset: 0, text: 'é one' },
      { line: 4, offset: Buffer.byteLength('é one\r\ntwo\r\nprogress 1%\rprogress 2%\n'), text: 'one more' },
    ]);
  });

  it('ends when it is told to', async () => {
    writeFileSync(path, `${'line\n'.repeat(200_000)}needle\n`);
    const told = new AbortController();
    const searching = searchLog(path, /needle/, 10, told.signal);
    told.abort();
    await expect(searching).rejects.toThrow('cancelled');
    expect((await searchLog(path, /needle/, 10, new AbortController().signal)).matches).toHaveLength(1);
  });

  it('gives the byte at which the line really begins, over every chunk', async () => {
    const lines = Array.from({ length: 60_000 }, (_line, index) => `ligne ${index} ñ`);
    const content = Buffer.from(`${lines.join('\n')}\n`);
    const { matches } = await search(content, 'ligne 59999');
    expect(matches).toHaveLength(1);
    const offset = matches[0]?.offset ?? 0;
    expect(content.toString('utf8', offset, offset + 11)).toBe('ligne 59999');
    expect(matches[0]?.line).toBe(60_000);
  });

  it('finds what a plain search of the lines finds', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '.', '\n', 'é') });
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('a', 'b', '.', 'aé'), async (content, query) => {
        const lines = content.replace(/\n$/, '').split('\n');
        const expected = lines.flatMap((line, index) =>
          line.toLowerCase().includes(query) ? [[index + 1, line]] : [],
        );
        const { matches } = await search(content, query);
        expect(matches.map((match) => [match.line, match.text])).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('looks at the beginning of a line that has no end', async () => {
    const { matches } = await search(`start${'x'.repeat(3_000_000)}`, 'start');
    expect(matches[0]?.text).toHaveLength(2000);
    expect((await search(`${'x'.repeat(3_000_000)}end`, 'end')).matches).toEqual([]);
  });

  it('stops at the limit and says so', async () => {
    expect(await search('a\na\na\n', 'a', { regularExpression: false, limit: 2 })).toMatchObject({ truncated: true });
    expect(await search('a\na\n', 'a', { regularExpression: false, limit: 2 })).toMatchObject({ truncated: false });
  });

  it('ends an expression that backtracks for ever', async () => {
    const options = { regularExpression: true, limit: 10 };
    await expect(search(`${'a'.repeat(200)}!`, '(a+)+$', options)).rejects.toMatchObject({
      failure: { code: 'unsupported' },
    });
  });

  it('finds nothing in a log that is not there, and knows what is no expression', async () => {
    expect(await searchLog(join(folder, 'absent'), /a/, 10)).toEqual({ matches: [], truncated: false });
    expect(searchPattern('(', true)).toBeUndefined();
    expect(searchPattern('(', false)?.test('f(x)')).toBe(true);
  });
});
