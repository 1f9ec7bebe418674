import type { Archive } from '../../archive.ts'
import { asFailure, Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'

/** The library while it is being opened, which may take a while, and afterwards. */
export interface Opening {
  /** Throws `library-busy` as long as it is not known whether it opens; then why it did not, and tries again. */
  readonly archive: () => Archive
  /** Resolves when the first try has ended, well or not. */
  readonly tried: Promise<void>
}

/** Begins at once. There is never more than one try at a time. */
export function beginOpening(open: () => Promise<Archive>): Opening {
  let archive: Archive | undefined
  let failure: Failure = beingOpened()
  let isTrying = false

  const attempt = async (): Promise<void> => {
    isTrying = true
    try {
      archive = await open()
    } catch (thrown) {
      failure = asFailure(thrown)
    } finally {
      isTrying = false
    }
  }

  const tried = attempt()
  return {
    archive: () => {
      if (archive !== undefined) return archive
      if (!isTrying) void attempt()
      throw failure
    },
    tried
  }
}

function beingOpened(): Failure {
  return new Failure('library-busy', 'The library is still being opened.', {
    advice: 'Try again in a moment: after a sudden end all of it is looked at, which takes a while where it is large.',
    saying: saying('library.being-opened')
  })
}
