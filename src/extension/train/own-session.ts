/**
 * This start of the extension. Not the editor's own `env.sessionId`: in editors that are opened in a browser it is the
 * same in every window and after every reload, so that no window could tell another's training from its own.
 */
export const SESSION_ID: string = crypto.randomUUID();
