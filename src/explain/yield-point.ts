/**
 * Long work calls this between its small pieces: it rejects once the request is cancelled, and now and then lets
 * others have a turn. Handed in, because rooms that run anywhere know no clock of an event loop.
 */
export type YieldPoint = () => Promise<void>;
