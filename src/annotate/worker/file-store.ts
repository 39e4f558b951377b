import type { Checkpoint } from '../checkpoint';
import type { RowSink } from '../run';
import type { Source } from '../../records/source';

/** A source that knows its size and how much of it was read. */
export interface CountedSource extends Source {
  /** Undefined of pipes. */
  readonly size?: number;
  /** Bytes read so far. */
  read(): number;
}

/** A file of results that appears when it is complete; after a stop, the next run continues what was written. */
export interface ResumableSink extends RowSink {
  /** Opens the file. Resolves with the checkpoint of an earlier run; undefined if this run starts from the first row. */
  start(): Promise<Checkpoint | undefined>;
  /** Everything was written: the file appears, and replaces an earlier one of the name. */
  finish(): Promise<void>;
  /** Stops; what was written stays for the next run. */
  stop(checkpoint?: Checkpoint): Promise<void>;
}

/** What an earlier run left. */
export interface EarlierRun {
  /** Whether a complete file exists. */
  readonly done: boolean;
  /** Number of rows of a stopped run; left out if there was none. */
  readonly rows?: number;
}

/** Reads and writes files. An address is whatever the store understands: a path, a URI. */
export interface FileStore {
  /** @param name as people know it @throws SaliencyError `no-such-file`, `too-large` */
  source(address: string, name: string): Promise<CountedSource>;
  /** @param asked fingerprint of what is asked; rows of another question are not continued */
  results(address: string, asked: string): ResumableSink;
  remains(address: string): Promise<EarlierRun>;
  /** Removes what a stopped run left. */
  discard(address: string): Promise<void>;
  /** A file that appears whole or not at all. */
  whole(address: string): WholeFile;
  /** The rows of a stopped run, as a source; undefined if there are none. */
  partial(address: string, name: string): Promise<CountedSource | undefined>;
}

/** Text that is written to a file. The file appears when it is finished; dropping it leaves nothing. */
export interface WholeFile {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  drop(): Promise<void>;
}
