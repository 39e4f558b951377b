import * as vscode from 'vscode';

/**
 * The editor whose text is meant: the active one; while the panel has the focus, one that is visible; in a notebook, the
 * selected Markdown cell, which is opened for editing so that its marks can be seen.
 */
export async function editorToExplain(): Promise<vscode.TextEditor | undefined> {
  const { activeTextEditor, activeNotebookEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor) return activeTextEditor;
  if (!activeNotebookEditor) return visibleTextEditors.at(0);
  const [first] = markdownCells(activeNotebookEditor);
  return first && editorOfCell(activeNotebookEditor, first);
}

/** The selected Markdown cells of a notebook. */
function markdownCells({ notebook, selections }: vscode.NotebookEditor): vscode.NotebookCell[] {
  return selections
    .flatMap((range) => notebook.getCells(range))
    .filter(({ kind }) => kind === vscode.NotebookCellKind.Markup);
}

async function editorOfCell(
  editor: vscode.NotebookEditor,
  cell: vscode.NotebookCell,
): Promise<vscode.TextEditor | undefined> {
  const shown = (): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => document === cell.document);
  editor.selection = new vscode.NotebookRange(cell.index, cell.index + 1);
  await vscode.commands.executeCommand('notebook.cell.edit');
  return shown() ?? (await appeared(shown));
}

/** The editor of a notebook cell is announced a little after the command that opens it. */
function appeared(shown: () => vscode.TextEditor | undefined): Promise<vscode.TextEditor | undefined> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(patience);
      listener.dispose();
      resolve(shown());
    };
    const listener = vscode.window.onDidChangeVisibleTextEditors(() => shown() && done());
    const patience = setTimeout(done, 1_000);
  });
}
