import type { Locator, Page } from 'playwright-core';

/** How long the editor may take for one step on a slow, shared machine. */
export const PATIENCE = 60_000;

/** The window of a running VS Code, as far as a person uses its frame: files, commands, messages. */
export class Workbench {
  constructor(readonly page: Page) {}

  /** Resolves when the window can be used. */
  async ready(): Promise<void> {
    await this.page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 2 * PATIENCE });
    await this.page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 2 * PATIENCE });
  }

  /**
   * Reloads the window by the editor's own command, which first saves what the window shows. A browser that is told to
   * reload does not wait for that: what was opened since the last save, up to a minute ago, would not be there again.
   */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 3 * PATIENCE });
    await Promise.all([loaded, this.runCommand('Developer: Reload Window')]);
    await this.ready();
  }

  /** Opens a file of the folder's top level and waits for its text. */
  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await row.dblclick({ timeout: PATIENCE });
    await this.page.locator('.tab.active', { hasText: name }).waitFor({ timeout: PATIENCE });
    await this.page.locator('.editor-instance .view-line').first().waitFor({ timeout: PATIENCE });
  }

  /**
   * Runs a command by its name in the palette, as shown there: `Saliency: Explain Sentiment`.
   * @param asks the command opens a list or an input of its own in the palette's place
   */
  async runCommand(label: string, { asks = false } = {}): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input.input');
    const focused = this.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: label });
    await this.until(async () => {
      if (!(await input.isVisible())) await this.page.keyboard.press('F1');
      await input.fill(`>${label}`, { timeout: 2_000 });
      // A list that opened before the extension said that there is something to do lacks the command, and stays so.
      await focused.waitFor({ timeout: 5_000 }).catch(async (error: unknown) => {
        await this.page.keyboard.press('Escape');
        throw error;
      });
    });
    // By the keyboard: a click would leave the mouse where its own hover opens.
    await this.page.keyboard.press('Enter');
    await (asks ? focused : input).waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** What the status bar says, entry by entry. */
  async statusBar(): Promise<string[]> {
    const entries = await this.page.locator('.part.statusbar .statusbar-item').allInnerTexts();
    return entries.map((text) => text.trim()).filter(Boolean);
  }

  /** Resolves when an entry of the status bar matches. */
  async statusBarSays(pattern: RegExp): Promise<void> {
    await this.page
      .locator('.part.statusbar .statusbar-item', { hasText: pattern })
      .first()
      .waitFor({ timeout: PATIENCE });
  }

  /**
   * Waits for a message, though it may have gone from the screen, and shows it. The list is opened again where it has
   * closed by itself: when the progress that was shown first has gone.
   * @returns the notification, with its buttons
   */
  async message(says: string | RegExp): Promise<Locator> {
    const dot = this.page.locator('.part.statusbar [id="status.notifications"] .codicon-bell-dot');
    const list = this.page.locator('.notifications-center');
    const found = list.locator('.notification-list-item', { hasText: says }).first();
    await this.until(async () => {
      if (!(await list.isVisible())) {
        await dot.click({ timeout: 2_000 });
        // The tip of the bell would lie over the buttons.
        await this.page.mouse.move(600, 300);
      }
      await found.waitFor({ timeout: 1_000 });
    });
    return found;
  }

  /** Resolves when a message that matches has come; removes all messages. */
  async takeMessage(pattern: RegExp): Promise<void> {
    await this.message(pattern);
    await this.runCommand('Notifications: Clear All Notifications');
  }

  /** Repeats a step that the editor may not be ready for yet, until it works or patience ends. */
  private async until(step: () => Promise<void>): Promise<void> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      try {
        return await step();
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }
}
