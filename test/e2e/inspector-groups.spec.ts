import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { GROUP_TEXT } from '../renderer/canvas/group-document.ts';
import { expect, test } from './fixtures.ts';

const FILE = 'groups.pipeline.yaml';

test.use({ workspaceFiles: { [FILE]: GROUP_TEXT }, target: FILE, viewport: { width: 1600, height: 900 } });

function inspector(app: Page): Locator {
  return app.getByTestId('inspector');
}

async function choose(app: Page, group: string): Promise<void> {
  await app.getByTestId('canvas').locator(`[data-group="${group}"] [data-frame-words]`).click();
  await expect(inspector(app)).toHaveAttribute('data-subject', 'group');
}

async function expectSaved(app: Page, workspace: string, text: RegExp): Promise<void> {
  await app.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(join(workspace, FILE), 'utf8')).toMatch(text);
}

test('a condition is compared with something else, in another way, and gets an “else if”', async ({
  app,
  workspace,
}) => {
  await choose(app, 'condition-branches-2');
  const first = inspector(app).getByRole('group', { name: 'If · condition-3' });
  await first.getByLabel('With', { exact: true }).fill('excellent');
  await first.getByLabel('Holds when it').selectOption('!=');
  await expect(app.getByRole('region', { name: 'If start.out != "excellent", condition-3' })).toBeVisible();
  await inspector(app).getByRole('button', { name: 'Add “else if”' }).click();
  await expect(inspector(app).getByRole('group', { name: /^Else if · / })).toBeVisible();
  await expectSaved(app, workspace, /"!=", right: excellent/);
});

test('a loop goes over other items, few at one time', async ({ app, workspace }) => {
  await choose(app, 'for-loop-1');
  await inspector(app).getByLabel('At one time').fill('2');
  await inspector(app)
    .getByRole('button', { name: /^Disconnect/ })
    .click();
  await inspector(app).getByRole('button', { name: 'Add item' }).click();
  await inspector(app).getByLabel('Items, item 1', { exact: true }).fill('only');
  await expectSaved(app, workspace, /parallelism: 2/);
  await expectSaved(app, workspace, /items: \[only\]/);
});

test('an exit handler gets another task to end with', async ({ app, workspace }) => {
  await choose(app, 'exit-handler-5');
  await inspector(app).getByLabel('Exit task').selectOption('second-sub');
  await expect(app.getByRole('article', { name: 'Exit handler · then second-sub, exit-handler-5' })).toBeVisible();
  await expectSaved(app, workspace, /exitTask: second-sub/);
});

test('a secret becomes variables of a task, field by field, and the forms keep the rules of accessibility', async ({
  app,
  workspace,
}) => {
  await app.getByTestId('canvas').locator('[data-task="start"] [data-node-title]').click();
  const kubernetes = inspector(app).getByRole('button', { name: 'Kubernetes' });
  await kubernetes.click();
  await inspector(app).getByRole('button', { name: 'Add setting…' }).click();
  await app.getByRole('menuitem', { name: 'Secrets as variables' }).click();
  await inspector(app).getByLabel('Name', { exact: true }).last().fill('minio');
  await inspector(app).getByLabel('Key', { exact: true }).fill('password');
  await inspector(app).getByLabel('Variable', { exact: true }).fill('MINIO_PASSWORD');
  await inspector(app).getByLabel('Variable', { exact: true }).blur();
  await expectSaved(
    app,
    workspace,
    /secretsAsEnv:\s+- name: minio\s+keys:\s+- \{key: password, variable: MINIO_PASSWORD\}/,
  );
  const { violations } = await new AxeBuilder({ page: app }).include('[data-testid="inspector"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await inspector(app).getByRole('button', { name: 'Take “Secrets as variables” away' }).click();
  await expectSaved(app, workspace, /^(?![\s\S]*secretsAsEnv)/);
});
