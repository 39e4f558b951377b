/** Settings for a person who tries the extension: the editor's own defaults, except for features that would use the network. */
export const START_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'chat.disableAIFeatures': true,
  // samples/ is a folder of a repository: the editor would ask a newcomer about the rest of it.
  'git.openRepositoryInParentFolders': 'never',
  // The samples are our own.
  'security.workspace.trust.enabled': false,
  // Nothing but a chat would stand in it.
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** User settings of an editor under test: no questions, no tips, no downloads, no animations. */
export const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.enablePreview': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'security.workspace.trust.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'window.restoreWindows': 'none',
  'editor.hover.delay': 100,
  'editor.wordWrap': 'on',
  'editor.occurrencesHighlight': 'off',
  'editor.minimap.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
};
