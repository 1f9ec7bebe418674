import type { Taken } from '../../../preload/contract/app.ts'
import { Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import type { Intake } from '../intake.ts'

/** What the clipboard holds, as far as it matters here. */
export interface Pasted {
  /** Absolute paths of files that were copied in a file browser. */
  readonly paths: readonly string[]
  /** Bytes of a PNG. */
  readonly picture: Uint8Array | undefined
  readonly text: string
}

/** The longest text that is taken for an address. */
const longestAddress = 2048

/**
 * Takes in what was copied: files before the picture of one, which file browsers put beside them, and an address only when
 * the text is nothing else. Throws `picture-missing` when there is none of these.
 */
export async function paste({ paths, picture, text }: Pasted, intake: Intake): Promise<readonly Taken[]> {
  if (paths.length > 0) return await intake.paths(paths)
  if (picture !== undefined) return [await intake.bytes(picture, 'clipboard.png', 'paste')]
  const address = text.trim()
  if (address.length <= longestAddress && /^https?:\/\/\S+$/i.test(address)) return [await intake.address(address)]
  throw new Failure('picture-missing', 'There is no picture on the clipboard.', {
    advice: 'Copy a picture, a picture file or the address of one, and paste again.',
    saying: saying('picture.clipboard')
  })
}
