/**
 * Where the person's own models stand among the files that are handed in: a list of names, and one folder a model.
 * Whoever hands in no such list has none.
 */
export const OWN_MODELS = { list: 'own-models/models.json', folder: 'own-models' } as const;
