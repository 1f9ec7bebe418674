import { compose, type House } from './compose.ts'
import { languageOfSystem } from './settings/language.ts'
import type { Analysis } from './vision/analyze/analysis.ts'
import type { AnalyzeCallOptions, AnalyzeOptions } from './vision/analyze/options.ts'
import type { ImageInput } from './vision/analyze/source.ts'
import type { ImageContent } from './vision/content.ts'
import type { ContentWishes } from './vision/vision.ts'

export { compose, type House } from './compose.ts'
export type { Analysis } from './vision/analyze/analysis.ts'
export type { AnalyzeCallOptions, AnalyzeEvent, AnalyzeOptions } from './vision/analyze/options.ts'
export type { ImageInput } from './vision/analyze/source.ts'
export type { ImageContent } from './vision/content.ts'

interface WithHouse {
  /** Services to be used. Default: new ones with this process's environment, closed when the call is done. */
  readonly house?: Pick<House, 'vision'>
}

/**
 * Asks a vision model about a picture: a path, an http, https, data or file address, or bytes. `task` is `describe` unless
 * there is a question. The key comes from the options, the environment or the store of the app. Throws `Failure`; one that
 * a provider caused is a `VisionFailure`, which says whether and when asking again makes sense.
 */
export async function analyzeImage(
  image: ImageInput,
  options: AnalyzeOptions & AnalyzeCallOptions & WithHouse = {}
): Promise<Analysis> {
  const { house, signal, onText, onEvent, patience, kept, ...wishes } = options
  const call = {
    ...(signal && { signal }),
    ...(onText && { onText }),
    ...(onEvent && { onEvent }),
    ...(patience !== undefined && { patience }),
    ...(kept && { kept })
  }
  return withHouse(house, ({ vision }) => vision.analyze(image, wishes, call))
}

/**
 * A picture as the `image_url` part of a message in the format of OpenAI's Chat Completions, made to fit what the
 * provider takes: upright, opaque, without metadata, PNG or JPEG. Needs no key. Throws `Failure`.
 */
export async function getImageContent(
  image: ImageInput,
  options: ContentWishes & WithHouse & { readonly signal?: AbortSignal } = {}
): Promise<ImageContent> {
  const { house, signal, ...wishes } = options
  return withHouse(house, ({ vision }) => vision.content(image, wishes, signal ? { signal } : {}))
}

async function withHouse<T>(given: WithHouse['house'], work: (house: Pick<House, 'vision'>) => Promise<T>): Promise<T> {
  if (given) return work(given)
  const { env: environment, platform } = process
  const house = compose({
    environment,
    platform,
    fetch: globalThis.fetch,
    language: languageOfSystem(environment),
    log: () => undefined
  })
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
