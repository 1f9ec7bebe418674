import { openSpool, type Spool } from './spool.ts'

/** The one spool of an engine, made when it is first wanted. */
export interface LazySpool {
  /** Throws `disk`; the next call tries again. */
  readonly open: () => Promise<Spool>
  /** Whether it was made and has gone since. */
  readonly lost: () => Promise<boolean>
  /** Removes it with all that is in it; `open` makes another. */
  readonly remove: () => void
}

export function createLazySpool(root: string | undefined): LazySpool {
  let opening: Promise<Spool> | undefined
  let present: Spool | undefined

  const open = async (): Promise<Spool> => {
    try {
      present = await openSpool(root)
      return present
    } catch (thrown) {
      opening = undefined
      throw thrown
    }
  }

  return {
    open: () => {
      opening ??= open()
      return opening
    },
    lost: async () => present !== undefined && !(await present.intact()),
    remove: () => {
      present?.remove()
      present = undefined
      opening = undefined
    }
  }
}
