import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { CANVAS_FILES, componentText } from './canvas-files.ts';
import { expect, test } from './fixtures.ts';

const BROKEN = 'name: Half done\ninputs:\n- {nme: x}\nimplementation:\n  container:\n    image: a\n';
const MISTYPED = [
  'name: Wrongly typed',
  'inputs:',
  '- {name: path, type: GCSPath}',
  'implementation:',
  '  container:',
  '    image: alpine',
  '    command: [cat, {inputValue: path}]',
  '',
].join('\n');

test.use({
  workspaceFiles: {
    ...CANVAS_FILES,
    'components/broken.component.yaml': BROKEN,
    'components/mistyped.component.yaml': MISTYPED,
  },
});

function row(app: Page, name: string): Locator {
  return app.locator('[data-panel="catalog"]').getByRole('treeitem', { name }).first();
}

function details(app: Page): Locator {
  return app.getByTestId('component-details');
}

test('a component is added by double-click, by Enter and by dragging', async ({ app }) => {
  const canvas = app.getByTestId('canvas');
  await row(app, 'Make table').dblclick();
  await expect(canvas.locator('[data-task="make-table"]')).toHaveCount(1);
  await row(app, 'Clean table').click();
  await app.keyboard.press('Enter');
  await expect(canvas.locator('[data-task="clean-table"]')).toHaveCount(1);
  await row(app, 'Train model').dragTo(canvas, { targetPosition: { x: 60, y: 60 } });
  await expect(canvas.locator('[data-task="train-model"]')).toHaveCount(1);
});

test('search forgives typing errors, and the keyboard goes from the field to what was found', async ({ app }) => {
  await app.getByRole('searchbox', { name: 'Find a component' }).fill('trian modle');
  const found = row(app, 'Train model');
  await expect(found).toBeVisible();
  await app.keyboard.press('ArrowDown');
  await expect(app.locator('[data-panel="catalog"] [role="treeitem"]').first()).toBeFocused();
  await app.getByRole('button', { name: 'Clear the search' }).click();
  await expect(row(app, 'Built in')).toBeVisible();
});

test('the filter leaves components that take a type', async ({ app }) => {
  await app.getByRole('button', { name: 'Filter by type' }).click();
  await app.getByLabel('Gives').selectOption('Model');
  await expect(row(app, 'Train model')).toBeVisible();
  await expect(row(app, 'Clean table')).toHaveCount(0);
});

test('arrows, Home, End and letters walk the tree', async ({ app }) => {
  await row(app, 'Clean table').click();
  await app.keyboard.press('ArrowDown');
  await expect(row(app, 'Half done')).toBeFocused();
  await app.keyboard.press('t');
  await expect(row(app, 'Train model')).toBeFocused();
  await app.keyboard.press('Home');
  await expect(app.locator('[data-panel="catalog"] [role="treeitem"]').first()).toBeFocused();
  await app.keyboard.press('ArrowLeft');
  await expect(app.locator('[data-panel="catalog"] [role="treeitem"]:focus')).toHaveAttribute('aria-expanded', 'false');
});

test('broken files say where and why, and a mend writes a copy', async ({ app }) => {
  await row(app, 'Half done').click();
  await expect(details(app)).toContainText('KFP does not know the key “nme”');
  await expect(details(app)).toContainText('line 3');
  await expect(details(app).getByRole('button', { name: 'Add to the pipeline' })).toHaveCount(0);
  await row(app, 'Wrongly typed').click();
  await details(app).getByRole('button', { name: 'Make a copy with parameter types' }).click();
  await expect(app.getByText('A copy was made')).toBeVisible();
  await expect(app.locator('[data-panel="catalog"]').getByRole('treeitem', { name: 'Wrongly typed' })).toHaveCount(2);
});

test('details show ports, image and source', async ({ app }) => {
  await row(app, 'Train model').click();
  await expect(details(app)).toContainText('rate');
  await expect(details(app)).toContainText('Float');
  await expect(details(app)).toContainText('python:3.12-slim');
  await details(app).getByRole('button', { name: 'Show source' }).click();
  await expect(details(app).getByRole('textbox', { name: 'Source of Train model' })).toContainText('name: Train model');
});

test('a component that changes on disk is marked and updated', async ({ app, workspace }) => {
  await row(app, 'Clean table').dblclick();
  const changed = componentText(
    'Clean table',
    { table: 'Dataset', title: 'String', extra: 'String' },
    { cleaned: 'Dataset' },
  );
  writeFileSync(join(workspace, 'components/clean.component.yaml'), changed);
  await expect(app.getByTestId('component-changed')).toBeVisible();
  await app.getByRole('button', { name: 'Update this task' }).click();
  await expect(app.getByTestId('component-changed')).toHaveCount(0);
  await expect(app.getByTestId('inspector').getByLabel('extra', { exact: true })).toBeVisible();
});

test('new files appear by themselves', async ({ app, workspace }) => {
  await expect(row(app, 'Make table')).toBeVisible();
  writeFileSync(join(workspace, 'components/fresh.component.yaml'), componentText('Brand new', {}, { x: 'String' }));
  await expect(row(app, 'Brand new')).toBeVisible();
});
