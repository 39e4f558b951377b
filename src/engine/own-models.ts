/**
 * Where the person's own models stand among the files that are handed in: a list of names, and one folder per model.
 * Without such a list there are no own models.
 */
export const OWN_MODELS = { list: 'own-models/models.json', folder: 'own-models' } as const;
