import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogFile } from './component-file.ts';
import type { Argument } from './resolve-command.ts';
import { runComponent, whyNoPython } from './run-component.ts';

const directory = mkdtempSync(join(tmpdir(), 'pipewright-read-csv-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const readCsv = (given: { readonly [input: string]: Argument }) => runComponent(catalogFile('tables/read-csv'), given);

function makeFile(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

describe.skipIf(whyNoPython() !== undefined)('tables/read-csv', () => {
  it('reads a path: byte order mark, Windows line ends, short rows and spaces round names', async () => {
    const path = makeFile('windows.csv', '\ufeffa, b \r\n1,"x\r\ny"\r\n2\r\n');
    const run = await readCsv({ path });
    expect(run.stderr).toBe('');
    expect(run.outputs).toEqual({ table: 'a,b\n1,"x\ny"\n2,\n', rows: '2', columns: '["a", "b"]' });
  });

  it('reads a file address, tabulators and another encoding', async () => {
    const path = makeFile('latin.tsv', Buffer.from('ville\tpays\nBesan\xe7on\tFrance\n', 'latin1'));
    const run = await readCsv({ path: pathToFileURL(path).href, delimiter: 'tab', encoding: 'latin-1' });
    expect(run.outputs.table).toBe('ville,pays\nBesançon,France\n');
  });

  it('reads an http address, and says what the server answers', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/table.csv' ? 200 : 404;
      response.end('a;b\n1;2\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
      expect((await readCsv({ path: `${base}/table.csv`, delimiter: ';' })).outputs.table).toBe('a,b\n1,2\n');
      const missing = await readCsv({ path: `${base}/other.csv` });
      expect(missing.stderr).toBe(`${base}/other.csv cannot be read: HTTP Error 404: Not Found.\n`);
      expect(missing.status).toBe(1);
    } finally {
      server.close();
    }
  });

  it.each([
    { content: '', message: 'The file is empty: it needs a header line with the column names.' },
    { content: 'a,b,a\n', message: 'The header names the column "a" twice.' },
    { content: 'a,,c\n', message: 'Column 2 has no name in the header line.' },
    { content: 'a,b\n1,2,3\n', message: 'Row 1 has 3 cells, but the header has 2.' },
  ])('refuses $content', async ({ content, message }) => {
    const run = await readCsv({ path: makeFile('bad.csv', content) });
    expect(run.stderr).toBe(`${message}\n`);
    expect(run.status).toBe(1);
    expect(run.outputs).toEqual({});
  });

  it.each([
    {
      given: { path: 'nowhere.csv' },
      message: /^There is no file nowhere\.csv \(looked for in .+\)\. Give its full path\.\n$/,
    },
    { given: { path: '' }, message: /^The path is empty: name a file or an address\.\n$/ },
  ])('refuses $given', async ({ given, message }) => {
    const run = await readCsv(given);
    expect(run.stderr).toMatch(message);
    expect(run.status).toBe(1);
  });

  it.each([
    { given: { delimiter: ', ' }, message: 'The delimiter must be one character or the word tab, not ", ".' },
    { given: { encoding: 'klingon' }, message: '"klingon" is not a text encoding that Python knows.' },
  ])('refuses $given', async ({ given, message }) => {
    const run = await readCsv({ path: makeFile('good.csv', 'a\n1\n'), ...given });
    expect(run.stderr).toBe(`${message}\n`);
  });

  it('suggests an encoding where the file is not UTF-8', async () => {
    const run = await readCsv({ path: makeFile('latin.csv', Buffer.from('a\n\xe9\n', 'latin1')) });
    expect(run.stderr).toBe('The file is not utf-8 text. Try the encoding latin-1.\n');
  });
});
