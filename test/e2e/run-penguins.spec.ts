import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { RunPage } from './run-page.ts';

test.use({ target: null });

test('the penguins run from the start page to their accuracy, and from the cache the second time', async ({ app }) => {
  const run = new RunPage(app);
  await app
    .getByRole('button', { name: /penguin/i })
    .first()
    .click();
  await expect(app.getByTestId('canvas')).toBeVisible();
  await run.press();
  await expect(run.form.getByLabel('max_depth')).toHaveValue('4');
  await run.submit();
  await run.expectRun('succeeded');
  const results = run.panel.getByRole('region', { name: 'Results' });
  const accuracy = Number(await results.locator('[data-run-output="accuracy"] code').textContent());
  expect(accuracy).toBeGreaterThan(0.9);
  expect(accuracy).toBeLessThanOrEqual(1);

  await test.step('every kind of output can be looked at', async () => {
    await run.open('evaluate-classifier');
    await expect(run.log).toContainText(`Accuracy ${accuracy.toFixed(4)}`);
    await run.openPart('Outputs');
    await run.panel.locator('[data-output="metrics"]').click();
    await expect(run.panel.locator('[data-metric="accuracy"] td').first()).toHaveText(String(accuracy));
    await run.panel.locator('[data-output="page"]').click();
    const page = run.panel.frameLocator('iframe');
    await expect(page.getByText(`${(accuracy * 100).toFixed(1)}%`)).toBeVisible();
    await run.backToTasks();
    await run.open('predict');
    await run.openPart('Outputs');
    await expect(run.panel.getByRole('columnheader', { name: 'bill_length_mm' })).toBeVisible();
    await run.backToTasks();
  });

  await test.step('the same again comes from the cache', async () => {
    await run.panel.getByRole('button', { name: 'Run again' }).click();
    await run.expectStates({ 'penguins-data': 'cached', 'train-decision-tree': 'cached', 'write-report': 'cached' });
    await run.expectRun('succeeded');
    await expect(results.locator('[data-run-output="accuracy"] code')).toHaveText(String(accuracy));
  });

  await test.step('another value runs only what depends on it', async () => {
    await run.press();
    await run.form.getByLabel('max_depth').fill('1');
    await run.submit();
    await run.expectRun('succeeded');
    await run.expectStates({ 'penguins-data': 'cached', 'train-decision-tree': 'succeeded', 'draw-chart': 'cached' });
    await run.press();
    await expect(run.form.getByLabel('max_depth')).toHaveValue('1');
    await expect(run.form.getByText('Filled in with the values it was run with last.')).toBeVisible();
    await run.form.getByRole('button', { name: 'Use the defaults' }).click();
    await expect(run.form.getByLabel('max_depth')).toHaveValue('4');
    await app.keyboard.press('Escape');
  });

  await test.step('every run is in the list', async () => {
    await run.showRuns();
    await expect(run.runs.locator('tbody tr[data-run]')).toHaveCount(3);
    await run.runs.getByRole('textbox', { name: 'Search runs' }).fill('nothing of the kind');
    await expect(run.runs.getByText('No run fits')).toBeVisible();
    await run.runs.getByRole('button', { name: 'Show all runs' }).click();
    await run.runs.getByRole('button', { name: 'penguins', exact: true }).last().click();
    await run.expectStates({ 'penguins-data': 'succeeded' });
  });
});

test('the form, the task panel and the list of runs keep the rules of accessibility', async ({ app }) => {
  const run = new RunPage(app);
  const check = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page: app })
      .exclude('[data-testid="canvas"]')
      .exclude('iframe')
      .analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([]);
  };
  await app
    .getByRole('button', { name: /penguin/i })
    .first()
    .click();
  await run.press();
  await run.form.getByLabel('max_depth').fill('many');
  await expect(run.form.getByRole('alert')).toBeVisible();
  await check();
  await run.form.getByLabel('max_depth').fill('3');
  await run.submit();
  await run.expectRun('succeeded');
  await check();
  await run.open('evaluate-classifier');
  await expect(run.log).toContainText('Accuracy');
  await check();
  await run.openPart('Outputs');
  await run.panel.locator('[data-output="metrics"]').click();
  await expect(run.panel.locator('[data-metric]').first()).toBeVisible();
  await check();
  await run.backToTasks();
  await run.open('predict');
  await run.openPart('Outputs');
  await expect(run.panel.getByRole('columnheader', { name: 'species', exact: true })).toBeVisible();
  await check();
  await run.showRuns();
  await check();
});
