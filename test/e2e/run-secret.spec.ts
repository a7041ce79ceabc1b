import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWebHost } from '../helpers/web-host.ts';
import { expect, test, waitUntilReady } from './fixtures.ts';
import { shellPipeline } from './run-files.ts';
import { RunPage } from './run-page.ts';

const SECRET = 'hunter2-correct-horse';

test.use({
  workspaceFiles: {
    'login.pipeline.yaml': shellPipeline(
      'login',
      {
        use: {
          script: 'echo "$0 uses $1"; echo "$1" > "$2"',
          inputs: { user: 'String', token: 'String' },
          outputs: { seen: 'String' },
          arguments: { user: '{input: user}', token: '{input: api_token}' },
        },
      },
      { user: '{type: String}', api_token: '{type: String}' },
      { seen: '{type: String, from: use.seen}' },
    ),
  },
});

function filesHolding(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, 'utf8').includes(text));
}

test('a secret is shown as dots, hidden in logs and outputs, and never kept for the next time', async ({
  page,
  workspace,
}) => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'pipewright-data-'));
  const host = await startWebHost({ target: join(workspace, 'login.pipeline.yaml'), dataDirectory });
  try {
    await page.goto(host.url);
    await waitUntilReady(page);
    const run = new RunPage(page);
    await run.press();
    const submit = run.form.getByRole('button', { name: 'Run', exact: true });
    await expect(submit).toBeDisabled();
    await expect(run.form.getByText('2 values are missing or wrong')).toBeVisible();
    const user = run.form.getByRole('textbox', { name: 'user' });
    await expect(user).toBeFocused();
    await user.fill('ada');
    const secret = run.form.getByLabel('api_token');
    await expect(secret).toHaveAttribute('type', 'password');
    await secret.fill(SECRET);
    await run.submit();
    await expect(page.getByRole('button', { name: 'Allow and run' })).toBeFocused();
    await run.allow();
    await run.expectRun('succeeded');
    await run.open('use');
    await expect(run.log).toContainText('ada uses •••');
    for (const part of ['Inputs', 'Outputs'] as const) {
      await run.openPart(part);
      await expect(run.panel.getByRole('list', { name: part })).not.toContainText(SECRET);
    }
    await run.press();
    await expect(run.form.getByRole('textbox', { name: 'user' })).toHaveValue('ada');
    await expect(run.form.getByLabel('api_token')).toHaveValue('');
    await page.keyboard.press('Escape');
    expect(await page.content()).not.toContain(SECRET);
    const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    expect(stored).not.toContain(SECRET);
    expect(filesHolding(join(dataDirectory, 'session'), 'ada')).toHaveLength(1);
    // What the task itself wrote to its output file is the task's own.
    const elsewhere = filesHolding(dataDirectory, SECRET).filter((path) => !/outputs[\\/]seen$/.test(path));
    expect(elsewhere).toEqual([]);
  } finally {
    await host.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
});
