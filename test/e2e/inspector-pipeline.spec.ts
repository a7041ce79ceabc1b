import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { INSPECTOR_FILES } from './inspector-files.ts';

test.use({ workspaceFiles: INSPECTOR_FILES });

function inspector(app: Page): Locator {
  return app.getByTestId('inspector');
}

function inputs(app: Page): Locator {
  return inspector(app).locator('[data-section="pipelineInputs"]');
}

test('the pipeline’s name is checked and its description stored', async ({ app }) => {
  const name = inspector(app).getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toHaveValue('drawing');
  await name.fill('Sales Report');
  await name.press('Enter');
  await expect(name).toHaveValue('sales-report');
  await inspector(app).getByRole('textbox', { name: 'Description' }).fill('Every month');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('sales-report');
});

test('an input is added, named, typed, given a default and marked secret', async ({ app }) => {
  await inputs(app).getByRole('button', { name: 'Add input' }).click();
  const form = inputs(app).locator('li[data-field]').nth(1);
  const name = form.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('API token');
  await name.press('Enter');
  await expect(form.getByRole('switch', { name: 'Secret' })).toBeChecked();
  await form.getByRole('combobox', { name: 'Type' }).selectOption('Integer');
  await form.getByLabel('Default of api_token').fill('12');
  await form.getByRole('combobox', { name: 'Type' }).selectOption('String');
  await expect(form.getByLabel('Default of api_token')).toHaveValue('12');
});

test('inputs are put in another order by button and by dragging, and taken away', async ({ app }) => {
  await inputs(app).getByRole('button', { name: 'Add input' }).click();
  const names = inputs(app).locator('li[data-field] > div > button[aria-expanded]');
  await expect(names).toContainText(['rows', 'input']);
  await inputs(app).getByRole('button', { name: 'Move input up' }).click();
  await expect(names).toContainText(['input', 'rows']);
  await inputs(app)
    .locator('li[data-field]')
    .nth(0)
    .locator('[draggable="true"]')
    .dragTo(inputs(app).locator('li[data-field]').nth(1));
  await expect(names).toContainText(['rows', 'input']);
  await inputs(app).locator('li[data-field]').nth(0).hover();
  await inputs(app).getByRole('button', { name: 'Remove rows' }).click();
  await expect(names).toHaveCount(1);
});

test('an output takes the type of what feeds it', async ({ app }) => {
  await app.locator('[data-panel="catalog"]').getByRole('treeitem', { name: 'Train model' }).first().dblclick();
  await app
    .getByTestId('canvas')
    .locator('.react-flow__pane')
    .click({ position: { x: 8, y: 8 } });
  await inspector(app).getByRole('button', { name: 'Add output' }).click();
  await inspector(app).getByRole('button', { name: 'Connect output' }).click();
  await app.getByRole('option', { name: /model/ }).click();
  await expect(inspector(app).getByRole('combobox', { name: 'Type' })).toHaveValue('Model');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the panels have no accessibility violations', async ({ app }) => {
      await app.locator('[data-panel="catalog"]').getByRole('treeitem', { name: 'Every type' }).first().dblclick();
      for (const name of ['Component', 'Caching', 'Retry', 'Resources', 'Container', 'Kubernetes']) {
        await inspector(app).getByRole('button', { name }).first().click();
      }
      await inspector(app).getByRole('button', { name: 'Set config' }).click();
      await inspector(app).getByRole('button', { name: 'Add entry' }).first().click();
      await inspector(app).getByRole('button', { name: 'Add variable' }).click();
      const { violations } = await new AxeBuilder({ page: app })
        .include('[data-panel="catalog"]')
        .include('[data-panel="inspector"]')
        .analyze();
      expect(violations.map(({ id, nodes }) => ({ id, places: nodes.map((node) => node.html.slice(0, 200)) }))).toEqual(
        [],
      );
    });
  });
}
