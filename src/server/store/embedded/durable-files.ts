import { fdatasyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Brings what was written to an open file (its descriptor, its path inside the database) onto the disk. */
export type Flush = (descriptor: number, path: string) => void;

export const flushToDisk: Flush = (descriptor) => fdatasyncSync(descriptor);

/** The part of the file system inside PGlite that is touched here. */
interface InnerFiles {
  readonly isDir: (mode: number) => boolean;
  readonly filesystems: {
    readonly NODEFS: { readonly stream_ops: { fsync?: (stream: InnerStream) => number } };
  };
}
interface InnerStream {
  readonly path: string;
  readonly nfd: number;
  readonly node: { readonly mode: number };
}

/**
 * The files of PGlite in a folder, with the operation that its own lacks: to bring a file onto the disk. With it,
 * PostgreSQL inside PGlite does what it does everywhere else: no commit is done before its log is on the disk, no part of the
 * log is given up before the tables are.
 */
export class DurableFiles extends NodeFS {
  readonly #flush: Flush;
  #failure: unknown;

  constructor(folder: string, flush: Flush) {
    super(folder);
    this.#flush = flush;
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const ready = await super.init(...args);
    ready.emscriptenOpts.preRun = [
      ...[ready.emscriptenOpts.preRun ?? []].flat(),
      ({ FS }: { readonly FS: InnerFiles }) => {
        FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd, node, path }) => {
          try {
            this.#flush(nfd, path);
          } catch (error) {
            // Some systems cannot flush a folder: its names are then as safe as the system makes them. An error of a file is
            // kept for `confirm`: PostgreSQL would stop the process for it, which PGlite cannot stand.
            if (!FS.isDir(node.mode)) this.#failure ??= error;
          }
          return 0;
        };
      },
    ];
    return ready;
  }

  /** Throws when something could ever not be brought onto the disk: from then on nobody knows what is there. */
  confirm(): void {
    if (this.#failure !== undefined)
      throw new Error('The disk did not take what was written.', { cause: this.#failure });
  }
}
