import { Failure } from '../failure.ts'

/** Runs work on files and tells its errors as `disk` failures; other failures pass. `path` is for the sentence. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof Failure || !isFileError(cause)) throw cause
    if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') throw diskFull(path, cause)
    throw new Failure('disk', `A file of a model pack cannot be read or written: ${path}.`, {
      advice: 'Check the permissions of that folder and that its disk works.',
      cause
    })
  }
}

/** The failure of a disk, or a person's share of it, that has no room left. */
export function diskFull(path: string, cause?: unknown): Failure {
  return new Failure('disk', `There is not enough space for the model pack on the disk of ${path}.`, {
    advice: 'Free some space and fetch the pack again: what was downloaded so far is kept.',
    ...(cause !== undefined && { cause })
  })
}

/** Whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return isFileError(error) && error.code === 'ENOENT'
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}
