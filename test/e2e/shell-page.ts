import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** A pipeline file of two wired tasks, with a comment. */
export const DEMO = `apiVersion: pipewright.dev/v1
kind: Pipeline
metadata:
  name: demo
  description: Two steps. # a comment that stays
tasks:
  make:
    component: make@000000000001
  use:
    component: use@000000000002
    arguments:
      data: {from: make.data}
components:
  make@000000000001:
    spec:
      name: Make
      outputs:
        - {name: data, type: String}
      implementation:
        container: {image: "python:3.12", command: [echo, {outputPath: data}]}
  use@000000000002:
    spec:
      name: Use
      inputs:
        - {name: data, type: String}
      implementation:
        container: {image: "python:3.12", command: [echo, {inputValue: data}]}
layout:
  "@inputs": [0, 0]
  make: [240, 0]
  use: [560, 0]
  "@outputs": [880, 0]
`;

/** Its name. */
export const FILE = 'demo.pipeline.yaml';

/** The outline's line of a task. */
export function row(page: Page, path: string) {
  return page.getByRole('tree').locator(`[data-task="${path}"]`);
}

/** Brings the outline to the front. */
export async function showOutline(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Outline' }).click();
  await expect(page.getByRole('tree')).toBeVisible();
}
