import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../repository/source-files.ts';
import { expect, test, waitUntilReady } from './fixtures.ts';

test('the start command prints the address first and alone, and ends at Ctrl-C', async ({ page, workspace }) => {
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), '--no-open', workspace], {
    env: { ...process.env, PIPEWRIGHT_DATA_DIR: join(workspace, '.data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    await expect.poll(() => output).toMatch(/^Pipewright: http:\/\/127\.0\.0\.1:\d+\/#\S+\n$/);
    await page.goto(output.replace('Pipewright: ', '').trim());
    await waitUntilReady(page);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(output.split('\n')).toHaveLength(2);
  } finally {
    child.kill('SIGKILL');
  }
});

test('the page is ready again after a reload, without the token in its address', async ({ app }) => {
  expect(new URL(app.url()).hash).not.toMatch(/[\w-]{20}/);
  await app.reload();
  await waitUntilReady(app);
});
