import * as vscode from 'vscode';
import type { OutlineSentence } from './outline-items';

/** As in `views` of the manifest. */
const OUTLINE = 'saliency.outline';

/** A list of items without levels. */
interface ListOf<T> {
  getTreeItem(item: T): vscode.TreeItem;
  getChildren(): T[];
}

/**
 * The outline as the editor has it from the start: empty until it gets its list. The editor may keep the content of a view
 * after the view's end, so the content lets go of its list then.
 */
export class OutlineTree implements vscode.Disposable {
  private readonly content = new Content<OutlineSentence>();
  readonly view = vscode.window.createTreeView(OUTLINE, { treeDataProvider: this.content });

  /** Shows this list from now on. */
  fill(list: ListOf<OutlineSentence>): void {
    this.content.list = list;
    this.refresh();
  }

  /** The list has other items. */
  refresh(): void {
    this.content.changed.fire();
  }

  dispose(): void {
    this.view.dispose();
    this.content.list = undefined;
    this.content.changed.dispose();
  }
}

class Content<T> implements vscode.TreeDataProvider<T> {
  readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  list: ListOf<T> | undefined;

  /** Only of items that a list gave. */
  getTreeItem(item: T): vscode.TreeItem {
    return this.list?.getTreeItem(item) ?? new vscode.TreeItem('');
  }

  getChildren(): T[] {
    return this.list?.getChildren() ?? [];
  }

  /** The list has one level. */
  getParent(): undefined {
    return undefined;
  }
}
