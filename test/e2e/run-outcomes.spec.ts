import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { shellPipeline } from './run-files.ts';
import { RunPage } from './run-page.ts';

const PIPELINES = {
  'fails.pipeline.yaml': shellPipeline('fails', {
    good: { script: 'echo fine' },
    bad: { script: 'echo about to break; exit 7', after: ['good'] },
    never: { script: 'echo unreached', after: ['bad'] },
  }),
  'slow.pipeline.yaml': shellPipeline('slow', {
    wait: { script: 'echo waiting; sleep 600' },
    later: { script: 'echo unreached', after: ['wait'] },
  }),
  'missing.pipeline.yaml': shellPipeline('missing', { lost: { script: '', program: 'no-such-program' } }),
  'broken.pipeline.yaml': shellPipeline('broken', {
    needs: { script: 'true', inputs: { word: 'String' } },
  }),
  'steps.pipeline.yaml': shellPipeline('steps', {
    first: { script: 'date +%s%N > "$0"', outputs: { stamp: 'String' } },
    second: {
      script: 'echo "after $0"; date +%s%N > "$1"',
      inputs: { word: 'String' },
      outputs: { stamp: 'String' },
      arguments: { word: '{from: first.stamp}' },
    },
  }),
};

test.use({ workspaceFiles: PIPELINES });

test.describe('a task that fails', () => {
  test.use({ target: 'fails.pipeline.yaml' });

  test('says why, on its row, in its panel and in its log', async ({ app }) => {
    const run = new RunPage(app);
    await run.press();
    await run.allow();
    await run.expectRun('failed');
    await run.expectStates({ good: 'succeeded', bad: 'failed', never: 'skipped' });
    await expect(run.task('bad')).toContainText('The program ended with exit code 7.');
    await app.getByRole('alert').getByRole('button', { name: 'Show why' }).click();
    await expect(run.panel.locator('header[data-task-run="bad"]')).toContainText('exit code 7');
    await expect(run.log).toContainText('about to break');
  });
});

test.describe('a folder that is not trusted', () => {
  test.use({ target: 'fails.pipeline.yaml' });

  test('is asked for once, with everything that would be executed', async ({ app, workspace }) => {
    const run = new RunPage(app);
    await run.press();
    const question = app.getByRole('dialog', { name: 'Before it runs' });
    await expect(question.getByText(workspace, { exact: true })).toBeVisible();
    await expect(question.getByRole('region', { name: 'Commands that would be executed' })).toContainText('exit 7');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await run.showRuns();
    await expect(run.runs.getByText('Nothing has run yet')).toBeVisible();
    await run.press();
    await run.allow();
    await run.expectRun('failed');
    await run.press();
    await expect(run.panel.locator('[data-run-phase="failed"]').first()).toBeVisible();
    await expect(question).toHaveCount(0);
  });
});

test.describe('a run that goes on', () => {
  test.use({ target: 'slow.pipeline.yaml' });

  test('can be stopped, and nothing more is started', async ({ app }) => {
    const run = new RunPage(app);
    await run.press();
    await run.allow();
    await run.expectStates({ wait: 'running', later: 'pending' });
    await run.open('wait');
    await expect(run.log).toContainText('waiting');
    await app.keyboard.press('Shift+F5');
    await run.backToTasks();
    await run.expectRun('cancelled');
    await run.expectStates({ wait: 'cancelled', later: 'cancelled' });
    await expect(app.getByText(/slow was stopped after/)).toBeVisible();
  });
});

test.describe('a program that is missing', () => {
  test.use({ target: 'missing.pipeline.yaml' });

  test('is named before the run, with what to do', async ({ app }) => {
    const run = new RunPage(app);
    await run.press();
    const problems = app.getByRole('list', { name: 'What is missing on this machine' });
    await expect(problems).toContainText('lost: The program “no-such-program” is not on this machine.');
    await expect(problems).toContainText('Install it');
    await run.allow();
    await run.expectStates({ lost: 'failed' });
  });
});

test.describe('a pipeline with errors', () => {
  test.use({ target: 'broken.pipeline.yaml' });

  test('does not run; the problems come to the front', async ({ app }) => {
    const run = new RunPage(app);
    await run.press();
    await expect(app.getByText('The pipeline has 1 error and cannot run.')).toBeVisible();
    await expect(app.getByRole('region', { name: 'Problems' }).getByRole('listitem')).not.toHaveCount(0);
    await run.showRuns();
    await expect(run.runs.getByText('Nothing has run yet')).toBeVisible();
  });
});

test.describe('a run whose pipeline is closed', () => {
  test.use({ target: 'fails.pipeline.yaml' });

  test('is shown in its file, or as it was when the file says something else now', async ({ app, workspace }) => {
    const run = new RunPage(app);
    const reopen = async (): Promise<void> => {
      await app.keyboard.press('Alt+w');
      await expect(app.getByTestId('canvas')).toHaveCount(0);
      await run.showRuns();
      await run.runs.getByRole('button', { name: 'fails', exact: true }).click();
      await run.expectStates({ bad: 'failed' });
    };
    await run.press();
    await run.allow();
    await run.expectRun('failed');
    await reopen();
    await expect(app.getByText(/as it was when it ran/)).toHaveCount(0);
    await app.keyboard.press('Alt+w');
    const path = join(workspace, 'fails.pipeline.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('exit 7', 'exit 8'));
    await run.showRuns();
    await run.runs.getByRole('button', { name: 'fails', exact: true }).click();
    await expect(app.getByText(/as it was when it ran/)).toBeVisible();
    await run.expectStates({ good: 'succeeded', bad: 'failed' });
  });
});

test.describe('running from a task', () => {
  test.use({ target: 'steps.pipeline.yaml' });

  test('keeps what came before and runs the task anew', async ({ app }) => {
    const run = new RunPage(app);
    await run.press();
    await run.allow();
    await run.expectRun('succeeded');
    const stampOf = async (key: string): Promise<string | null> => {
      await run.open(key);
      await run.openPart('Outputs');
      const stamp = await run.panel.locator('[data-output="stamp"] code').textContent();
      await run.backToTasks();
      return stamp;
    };
    const before = { first: await stampOf('first'), second: await stampOf('second') };
    await run.open('second');
    await run.panel.getByRole('button', { name: 'Show in the drawing' }).click();
    await app.keyboard.press('Control+k');
    await app.getByRole('combobox', { name: 'Search' }).fill('Run from here');
    await app.keyboard.press('Enter');
    await run.expectRun('succeeded');
    await run.expectStates({ first: 'cached' });
    expect(await stampOf('first')).toBe(before.first);
    expect(before.second).not.toBeNull();
  });
});
