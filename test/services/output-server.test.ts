import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createOutputServer, type OutputServer } from '../../main/services/output-server/create-output-server.ts';
import { sendRaw } from '../contract/raw-request.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

async function open(): Promise<{ readonly outputs: OutputServer; readonly file: string; readonly folder: string }> {
  const folder = await makeTemporaryFolder();
  const file = join(folder, 'page.html');
  await writeFile(file, '<script>document.body.append("drawn")</script>');
  const outputs = createOutputServer();
  onTestFinished(() => outputs.dispose());
  return { outputs, file, folder };
}

test('a file is shown under its ticket, in a sandbox that reaches nothing', async () => {
  const { outputs, file } = await open();
  const address = await outputs.publish(file);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[A-Za-z0-9_-]{43}$/);
  expect(await outputs.publish(file)).toBe(address);
  const response = await fetch(address);
  expect(await response.text()).toContain('drawn');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox allow-scripts; default-src 'none'/);
  expect(policy).not.toMatch(/allow-same-origin|connect-src|https?:/);
});

test('without the ticket, from another name or by another method there is nothing', async () => {
  const { outputs, file } = await open();
  const { port, pathname } = new URL(await outputs.publish(file));
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    (await sendRaw({ port: Number(port), path, headers: { Host: `127.0.0.1:${port}`, ...headers }, method })).status;
  expect(await ask(pathname)).toBe(200);
  expect(await ask('/')).toBe(404);
  expect(await ask(`${pathname.slice(0, -1)}-`)).toBe(404);
  expect(await ask(`${pathname}/../../etc/passwd`)).toBe(404);
  expect(await ask(pathname, { Host: `evil.example:${port}` })).toBe(404);
  expect(await ask(pathname, {}, 'POST')).toBe(404);
});

test('an empty file is empty, one that is gone is not there', async () => {
  const { outputs, folder } = await open();
  const file = join(folder, 'empty.html');
  await writeFile(file, '');
  const address = await outputs.publish(file);
  expect(await (await fetch(address)).text()).toBe('');
  await rm(file);
  expect((await fetch(address)).status).toBe(404);
});

test('the oldest of very many tickets ends', async () => {
  const { outputs, file, folder } = await open();
  const first = await outputs.publish(file);
  for (let count = 0; count < 500; count += 1) await outputs.publish(join(folder, `${count}.html`));
  expect((await fetch(first)).status).toBe(404);
});
