import { Buffer } from 'node:buffer'
import { type PreparePorts } from './analyze/prepare.ts'
import { showPicture } from './analyze/show.ts'
import { type ImageInput, sourceOf, webAddress } from './analyze/source.ts'
import type { PictureRules } from './preset.ts'

/** The picture part of a message of the Chat Completions interface. */
export interface ImageContent {
  readonly type: 'image_url'
  readonly image_url: {
    /** `data:image/png;base64,…`, `data:image/jpeg;base64,…`, or the address as it was given. */
    readonly url: string
    readonly detail?: NonNullable<PictureRules['detail']>
  }
}

interface ContentOptions {
  /** Hand an http address on as it is, where the provider fetches pictures. */
  readonly passAddress: boolean
  readonly signal?: AbortSignal
}

/** The whole picture in one part, made to fit what a provider takes. Throws `Failure`. */
export async function imageContent(
  { engine, getPicture }: Pick<PreparePorts, 'engine' | 'getPicture'>,
  image: ImageInput,
  rules: PictureRules,
  { passAddress, signal }: ContentOptions
): Promise<ImageContent> {
  const source = sourceOf(image)
  const address = passAddress && rules.urls ? webAddress(source) : undefined
  if (address !== undefined) return part(address, rules)
  const call = signal ? { signal } : {}
  const { bytes } = await getPicture(source, call)
  const facts = await engine.probe(bytes, call)
  const { calls } = await showPicture(engine, bytes, facts, { rules, task: { picture: 'fit' }, tiles: false, ...call })
  const [shot] = calls.flat()
  if (!shot) throw new TypeError('a picture without a view')
  const { format, data } = shot.encoded
  const base64 = Buffer.from(data.buffer, data.byteOffset, data.length).toString('base64')
  return part(`data:image/${format};base64,${base64}`, rules)
}

function part(url: string, { detail }: PictureRules): ImageContent {
  return { type: 'image_url', image_url: { url, ...(detail !== undefined && { detail }) } }
}
