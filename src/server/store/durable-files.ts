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

/** "Input or output error" as the code inside PGlite counts errors. */
const EIO = 29;

/**
 * The files of PGlite in a folder, with the operation that its own lacks: to bring a file onto the disk. With it,
 * PostgreSQL inside PGlite does what it does everywhere else: no commit is done before its log is on the disk, no part of the
 * log is given up before the tables are.
 */
export class DurableFiles extends NodeFS {
  readonly #flush: Flush;

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
            return 0;
          } catch {
            // Some systems cannot flush a folder: its names are then as safe as the system makes them.
            return FS.isDir(node.mode) ? 0 : EIO;
          }
        };
      },
    ];
    return ready;
  }
}
