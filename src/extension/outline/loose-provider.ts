import type * as vscode from 'vscode';

/** A list of items without levels. */
interface ListOf<T> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  getTreeItem(item: T): vscode.TreeItem;
  getChildren(): T[];
}

/**
 * What the editor gets as the content of a view. The editor may keep it after the view's end, so that it must not hold what
 * the view was made of: once let go, it is an empty list.
 */
export class LooseProvider<T> implements vscode.TreeDataProvider<T> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  readonly getTreeItem: (item: T) => vscode.TreeItem;
  private list: ListOf<T> | undefined;

  constructor(list: ListOf<T>) {
    this.list = list;
    this.onDidChangeTreeData = list.onDidChangeTreeData;
    this.getTreeItem = list.getTreeItem;
  }

  getChildren(): T[] {
    return this.list?.getChildren() ?? [];
  }

  /** The list has one level. */
  getParent(): undefined {
    return undefined;
  }

  letGo(): void {
    this.list = undefined;
  }
}
