import * as vscode from 'vscode';
import type { Services } from '../activate/services';
import { predictionText } from '../wording/prediction';

/** Copies the current explanation's prediction: `positive 81 %`. */
export async function copyPrediction({ current }: Pick<Services, 'current'>): Promise<void> {
  if (current.current) await vscode.env.clipboard.writeText(predictionText(current.current.explanation));
}
