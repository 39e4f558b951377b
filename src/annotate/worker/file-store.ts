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

/** Results on their way to a file, which appears when all is there; what was done stays for the next run. */
export interface ResumableSink extends RowSink {
  /** Opens it; resolves with where an earlier run was, undefined for a new beginning. */
  start(): Promise<Checkpoint | undefined>;
  /** All is there: the file appears, in the place of one that was there. */
  finish(): Promise<void>;
  /** Stops here. */
  stop(checkpoint?: Checkpoint): Promise<void>;
}

/** What an earlier run left. */
export interface EarlierRun {
  /** A whole file is there. */
  readonly done: boolean;
  /** Rows of a run that was ended; left out if there was none. */
  readonly rows?: number;
}

/** Where files are. An address is whatever the disk understands: a path, a URI. */
export interface FileStore {
  /** @param name as people know it @throws SaliencyError `no-such-file`, `too-large` */
  source(address: string, name: string): Promise<CountedSource>;
  /** @param asked fingerprint of what is asked; rows of another question are not continued */
  results(address: string, asked: string): ResumableSink;
  remains(address: string): Promise<EarlierRun>;
  /** Takes away what a run that was ended had left. */
  discard(address: string): Promise<void>;
  /** A file that appears whole or not at all. */
  whole(address: string): WholeFile;
  /** The rows of a run that was ended, as a source; undefined if there are none. */
  partial(address: string, name: string): Promise<CountedSource | undefined>;
}

/** Text on its way to a file. The file appears when it is finished; nothing is left when it is dropped. */
export interface WholeFile {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  drop(): Promise<void>;
}
