import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { GROUP_TEXT } from '../renderer/canvas/group-document.ts';
import { CanvasPage } from './canvas-page.ts';
import { expect, test } from './fixtures.ts';

const FILE = 'groups.pipeline.yaml';

test.use({ workspaceFiles: { [FILE]: GROUP_TEXT }, target: FILE, viewport: { width: 1600, height: 900 } });

function group(app: Page, name: string): Locator {
  return app.getByTestId('canvas').locator(`[data-group="${name}"]`);
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('Not on the screen');
  return box;
}

async function saved(app: Page, workspace: string, text: RegExp | string): Promise<void> {
  await app.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(join(workspace, FILE), 'utf8')).toMatch(text);
}

test('groups are frames around what they hold, with their words and wires', async ({ app }) => {
  const page = new CanvasPage(app);
  await expect(
    app.getByRole('article', { name: 'For each item of start.list, at most 4 at a time, for-loop-1' }),
  ).toBeVisible();
  await expect(app.getByRole('article', { name: 'Exit handler · then tidy, exit-handler-5' })).toBeVisible();
  await expect(app.getByRole('region', { name: 'If start.out == "good", condition-3' })).toBeVisible();
  await expect(app.getByRole('region', { name: 'Else, condition-4' })).toBeVisible();
  const frame = await boxOf(group(app, 'for-loop-1'));
  const task = await boxOf(page.task('work'));
  expect(task.x).toBeGreaterThan(frame.x);
  expect(task.x + task.width).toBeLessThan(frame.x + frame.width);
  await expect(page.wire('for-loop-1.item', 'work.value')).toHaveCount(1);
  await expect(app.getByRole('group', { name: /^Wire from work.out, collected .* to gather.values/ })).toHaveCount(1);
  await expect(page.wire('condition-branches-2.result', 'use.value')).toHaveCount(1);
  await expect(app.getByRole('group', { name: 'tidy runs when exit-handler-5 has ended' })).toHaveCount(1);
  await expect(page.task('tidy').locator('[data-exit-of="exit-handler-5"]')).toHaveCount(1);
});

test('a frame moves with what it holds, as one line of the file and one step back', async ({ app, workspace }) => {
  const page = new CanvasPage(app);
  const before = await boxOf(page.task('work'));
  const title = group(app, 'for-loop-1').locator('[data-frame-words]');
  const from = await boxOf(title);
  await app.mouse.move(from.x + 30, from.y + 5);
  await app.mouse.down();
  await app.mouse.move(from.x + 40, from.y + 25, { steps: 6 });
  await app.mouse.move(from.x + 50, from.y + 45, { steps: 6 });
  await app.mouse.up();
  await expect.poll(async () => (await boxOf(page.task('work'))).y).toBeGreaterThan(before.y + 25);
  await app.keyboard.press('Control+s');
  const path = join(workspace, FILE);
  await expect.poll(() => readFileSync(path, 'utf8')).not.toContain('for-loop-1: [400, 0]');
  const changed = readFileSync(path, 'utf8').split('\n');
  const lines = GROUP_TEXT.split('\n');
  expect(changed.filter((line, index) => line !== lines[index])).toHaveLength(1);
  await app.keyboard.press('Control+z');
  await expect.poll(async () => Math.round((await boxOf(page.task('work'))).y)).toBe(Math.round(before.y));
});

test('a task is dragged into a frame where it may stand, and is refused where it may not', async ({
  app,
  workspace,
}) => {
  const page = new CanvasPage(app);
  const use = await boxOf(page.task('use'));
  const sub = await boxOf(page.task('second-sub'));
  await app.mouse.move(sub.x + 20, sub.y + 8);
  await app.mouse.down();
  await app.mouse.move(sub.x - 20, sub.y - 20, { steps: 4 });
  await app.mouse.move(use.x + 20, use.y + 8, { steps: 8 });
  await expect(group(app, 'exit-handler-5')).toHaveAttribute('data-drop', 'into');
  await app.mouse.up();
  await saved(app, workspace, /first-sub:\n\s+pipeline: inner\n\s+second-sub:\n\s+pipeline: inner/);
  const work = await boxOf(page.task('work'));
  await app.mouse.move(work.x + 20, work.y + 8);
  await app.mouse.down();
  const loop = await boxOf(group(app, 'for-loop-1'));
  await app.mouse.move(work.x + 20, work.y + 40, { steps: 4 });
  await app.mouse.move(work.x + 20, loop.y + loop.height + 20, { steps: 8 });
  await app.mouse.up();
  await expect(app.getByTestId('wire-refusal')).toContainText('for-loop-1');
  expect(Math.round((await boxOf(page.task('work'))).y)).toBe(Math.round(work.y));
});

test('a group is selected by its inside, folded and unfolded by key, and deleted with what it holds', async ({
  app,
}) => {
  const page = new CanvasPage(app);
  const frame = await boxOf(group(app, 'for-loop-1'));
  await app.mouse.click(frame.x + 20, frame.y + frame.height - 12);
  await expect(group(app, 'for-loop-1')).toHaveAttribute('data-selected', 'true');
  await app.keyboard.press('Shift+G');
  await expect(page.task('work')).toHaveCount(0);
  await expect(group(app, 'for-loop-1')).toContainText('1 task');
  await expect(page.wire('start.list', 'for-loop-1')).toHaveCount(1);
  await app.keyboard.press('Shift+G');
  await expect(page.task('work')).toBeVisible();
  await app.keyboard.press('Delete');
  await expect(group(app, 'for-loop-1')).toHaveCount(0);
  await expect(page.task('work')).toHaveCount(0);
  await app.keyboard.press('Control+z');
  await expect(page.task('work')).toBeVisible();
});

test('a task that is added inside a frame stands in the group', async ({ app, workspace }) => {
  const frame = await boxOf(group(app, 'for-loop-1'));
  await app.mouse.dblclick(frame.x + 30, frame.y + frame.height - 10);
  await app.getByTestId('quick-add').getByRole('combobox').fill('Add column');
  await app.getByRole('option', { name: 'Add column' }).first().waitFor();
  await app.keyboard.press('Enter');
  await expect(group(app, 'for-loop-1')).toContainText('2 tasks');
  await saved(app, workspace, /item: for-loop-1\}\n {6}add-column:/);
});

test('a wire out of a loop is refused, and what KFP has instead is offered', async ({ app }) => {
  const page = new CanvasPage(app);
  await page.drag(page.port('work', 'out:list'), page.port('use', 'in:values'));
  await expect(app.getByTestId('wire-refusal')).toContainText('runs many times');
  await app.getByRole('button', { name: /Collect/ }).click();
  await expect(app.getByRole('group', { name: /^Wire from work.list, collected .* to use.values/ })).toHaveCount(1);
});

test('a sub-pipeline is entered by key and by mouse, says how often it is used, and is left', async ({ app }) => {
  const page = new CanvasPage(app);
  await expect(page.task('first-sub')).toContainText('used 2 times');
  await page.task('first-sub').click({ position: { x: 20, y: 8 } });
  await app.keyboard.press('Enter');
  await expect(page.task('first-sub/deep')).toBeVisible();
  const way = app.getByRole('navigation', { name: 'Where you are in the pipeline' });
  await expect(way).toContainText('inner');
  await expect(way).toContainText('used 2 times');
  await app.keyboard.press('Alt+ArrowLeft');
  await expect(page.task('start')).toBeVisible();
  await page.task('second-sub').dblclick({ position: { x: 20, y: 8 } });
  await expect(page.task('second-sub/deep')).toBeVisible();
  await way.getByRole('button', { name: 'groups' }).click();
  await expect(page.task('start')).toBeVisible();
});

test('the outline names groups and branches as the canvas does, and sub-pipelines with their paths', async ({
  app,
}) => {
  await app.getByRole('tab', { name: 'Outline' }).click();
  const tree = app.getByRole('tree');
  await expect(tree.getByRole('treeitem', { name: /If start.out == "good"/ })).toBeVisible();
  await expect(tree.locator('[data-task="first-sub/deep"]')).toBeVisible();
  await expect(tree.locator('[data-task="second-sub/deep"]')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('frames have no accessibility violations', async ({ app }) => {
      await app.getByRole('tab', { name: 'Outline' }).click();
      await group(app, 'for-loop-1').locator('[data-frame-words]').click();
      const { violations } = await new AxeBuilder({ page: app }).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
    });
  });
}
