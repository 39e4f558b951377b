/**
 * Long work calls this between its small pieces: it rejects once nobody wants the answer any more, and now and then lets
 * others have a turn. Handed in, because rooms that run anywhere know no clock of an event loop.
 */
export type YieldPoint = () => Promise<void>;
