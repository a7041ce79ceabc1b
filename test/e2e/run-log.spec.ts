import { expect, test } from './fixtures.ts';
import { shellPipeline } from './run-files.ts';
import { RunPage } from './run-page.ts';

const MEGABYTES = 24;

test.use({
  target: 'talk.pipeline.yaml',
  workspaceFiles: {
    'talk.pipeline.yaml': shellPipeline('talk', {
      // Lines of 64 bytes; one of them is the needle.
      talk: {
        script: `awk 'BEGIN { for (i = 1; i <= ${MEGABYTES * 16_384}; i++) printf "%-63s\\n", (i == 123456 ? "needle in line " : "line ") i }'`,
      },
      colours: { script: "printf '\\033[31mred alarm\\033[0m plain\\n'" },
    }),
  },
});

test('a long log is read in parts: its end, its start, and what is searched for', async ({ app }) => {
  const run = new RunPage(app);
  const last = MEGABYTES * 16_384;
  await run.press();
  await run.allow();
  await run.expectRun('succeeded');
  await run.open('talk');
  await expect(run.log.getByText(`line ${last}`, { exact: false })).toBeVisible();
  const mounted = await run.log.locator('[data-index]').count();
  expect(mounted).toBeLessThan(200);

  await run.panel.getByRole('button', { name: 'To the first line' }).click();
  await expect(run.log.getByText(/^line 1\s*$/)).toBeVisible();

  const search = run.panel.getByRole('textbox', { name: 'Search the log' });
  await search.fill('needle');
  await expect(run.panel.getByText('1 match', { exact: true })).toBeVisible();
  await search.press('Enter');
  await expect(run.log.locator('[data-current]')).toContainText('123456');
  await expect(run.log.locator('[data-current]')).toContainText('needle in line 123456');

  await run.panel.getByRole('button', { name: 'Regular expression' }).click();
  await search.fill(`^line ${last - 1}\\b`);
  await expect(run.panel.getByText('1 match', { exact: true })).toBeVisible();
  await run.panel.getByRole('button', { name: 'Next match' }).click();
  await expect(run.log.locator('[data-current]')).toContainText(String(last - 1));
  await search.fill('(');
  await expect(run.panel.getByText('Not a regular expression')).toBeVisible();

  await run.panel.getByRole('button', { name: 'Follow the last line' }).click();
  await expect(run.log.getByText(`line ${last} `, { exact: false })).toBeVisible();
});

test('colours of the terminal are shown as colours, and a log is downloaded as it is', async ({ app }) => {
  const run = new RunPage(app);
  await run.press();
  await run.allow();
  await run.expectRun('succeeded');
  await run.open('colours');
  await expect(run.log.getByText('red alarm')).toHaveAttribute('data-colour', 'red');
  const [download] = await Promise.all([
    app.waitForEvent('download'),
    run.panel.getByRole('button', { name: 'Download the log' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/colours-1\.log$/);
});
