import { failure, type Result, success } from '../../core/domain/index.ts';

/** The store may fail at any time: nothing that comes from it rejects, but says `storage-blocked`. */
export async function fromStore<T>(work: Promise<T>): Promise<Result<T>> {
  try {
    return success(await work);
  } catch (error) {
    return failure({ code: 'storage-blocked', path: '', message: String(error) });
  }
}
