import type { Page } from 'playwright-core';

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

  /** Opens a file of the folder's top level and waits for its text. */
  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await row.dblclick({ timeout: PATIENCE });
    await this.page.locator('.tab.active', { hasText: name }).waitFor({ timeout: PATIENCE });
    await this.page.locator('.editor-instance .view-line').first().waitFor({ timeout: PATIENCE });
  }

  /** Runs a command by its name in the palette, as shown there: `Saliency: Explain Sentiment`. */
  async runCommand(label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input.input');
    await this.until(async () => {
      if (!(await input.isVisible())) await this.page.keyboard.press('F1');
      await input.fill(`>${label}`, { timeout: 2_000 });
    });
    const name = this.page.locator('.quick-input-widget .monaco-list-row .label-name', { hasText: label }).first();
    await name.click({ timeout: PATIENCE });
    await input.waitFor({ state: 'hidden', timeout: PATIENCE });
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

  /** Waits until the bell says that there is a new message; reads and removes all that there are. */
  async takeMessages(): Promise<string[]> {
    const bell = this.page.locator('.part.statusbar [id="status.notifications"]');
    await bell.locator('.codicon-bell-dot').waitFor({ timeout: PATIENCE });
    await bell.click();
    const messages = this.page.locator('.notifications-center .notification-list-item-message');
    await messages.first().waitFor({ timeout: PATIENCE });
    const texts = await messages.allInnerTexts();
    await this.runCommand('Notifications: Clear All Notifications');
    return texts;
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
