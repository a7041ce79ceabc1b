import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { startWebHost, type WebHost } from '../helpers/web-host.ts';

type Options = {
  /** Files that the workspace holds before the app opens it: path → text. */
  workspaceFiles: Readonly<Record<string, string>>;
  /** What is opened: a path in the workspace; '' opens the workspace itself, null opens nothing. */
  target: string | null;
  /** Messages of the browser's console that a test brings about on purpose. */
  expectedMessages: readonly RegExp[];
};

type Fixtures = {
  /** A folder of the test's own, deleted afterwards. */
  workspace: string;
  /** The built web host with the target open. */
  host: WebHost;
  /** The page, ready for use. The test fails where its console shows an error or a warning. */
  app: Page;
};

/** The test function of every browser test. */
export const test = base.extend<Options & Fixtures>({
  workspaceFiles: [{}, { option: true }],
  target: ['', { option: true }],
  expectedMessages: [[], { option: true }],

  workspace: async ({ workspaceFiles }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'pipewright-e2e-'));
    for (const [path, text] of Object.entries(workspaceFiles)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  host: async ({ workspace, target }, use) => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'pipewright-data-'));
    const opened = target === null ? {} : { target: join(workspace, target) };
    const host = await startWebHost({ ...opened, dataDirectory });
    await use(host);
    await host.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  },

  app: async ({ page, host, expectedMessages }, use) => {
    const messages = collectMessages(page);
    await page.goto(host.url);
    await waitUntilReady(page);
    await use(page);
    expect(messages.filter((message) => !expectedMessages.some((pattern) => pattern.test(message)))).toEqual([]);
  },
});

/** Waits for the app's own word that it can be used. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.locator('[data-app-state="ready"]').first().waitFor({ state: 'attached' });
}

function collectMessages(page: Page): string[] {
  const messages: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) messages.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => messages.push(`page error: ${error.message}`));
  return messages;
}

export { expect };
