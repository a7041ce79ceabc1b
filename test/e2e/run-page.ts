import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Running as a user meets it: the Run button, its form, the task panel, the list of runs. */
export class RunPage {
  readonly page: Page;
  readonly form: Locator;
  readonly panel: Locator;
  readonly runs: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('dialog', { name: /^Run / });
    this.panel = page.getByRole('region', { name: 'Task', exact: true });
    this.runs = page.getByRole('region', { name: 'Runs', exact: true });
  }

  /** Presses the Run button of the window. */
  async press(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
  }

  /** Agrees to what would be executed, which is asked once for each folder. */
  async allow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Allow and run' }).click();
  }

  async submit(): Promise<void> {
    await this.form.getByRole('button', { name: 'Run', exact: true }).click();
  }

  /** A task of the run in the list of its tasks. */
  task(key: string): Locator {
    return this.panel.locator(`li [data-task-run="${key}"]`);
  }

  async expectStates(states: Readonly<Record<string, string>>): Promise<void> {
    for (const [key, state] of Object.entries(states)) {
      await expect(this.task(key)).toHaveAttribute('data-run-state', state);
    }
  }

  async expectRun(phase: string): Promise<void> {
    await expect(this.panel.locator('[data-run-phase]').first()).toHaveAttribute('data-run-phase', phase);
  }

  /** Opens a task of the run that is shown. */
  async open(key: string): Promise<void> {
    await this.task(key).click();
    await expect(this.panel.locator(`header[data-task-run="${key}"]`)).toBeVisible();
  }

  async openPart(part: 'Log' | 'Inputs' | 'Outputs'): Promise<void> {
    await this.panel.getByRole('tab', { name: part }).click();
  }

  async backToTasks(): Promise<void> {
    await this.panel.getByRole('button', { name: 'All tasks of the run' }).click();
  }

  async showRuns(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Runs', exact: true }).click();
  }

  get log(): Locator {
    return this.panel.getByRole('log');
  }
}
