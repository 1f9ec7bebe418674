import { readFile } from 'node:fs/promises'
import type { Engine } from '../../engine/client.ts'
import type { PackLocation } from '../../engine/protocol/pack.ts'
import { Failure } from '../../failure.ts'
import { layOut } from '../../layout/layout.ts'
import type { Check, CheckOutcome } from './check.ts'

/** Below this share of words something is broken; the rest may differ from processor to processor. */
const wantedShare = 0.95

export interface SelfTestOptions {
  readonly engine: Engine
  readonly pack: () => Promise<PackLocation>
  readonly signal: AbortSignal
  /** A picture of the app and the text that it shows. */
  readonly picture: URL
  readonly truth: URL
}

/** Reads a picture of which the text is known, twice: with the engine just started, and with everything loaded. */
export function selfTestChecks(options: SelfTestOptions): Check[] {
  return [
    {
      name: 'First reading',
      // From nothing: a process, the models, the picture.
      look: async () => {
        await options.engine.stop()
        return readAndCompare(options)
      }
    },
    { name: 'Next reading', look: () => readAndCompare(options) }
  ]
}

async function readAndCompare({ engine, pack, signal, picture, truth }: SelfTestOptions): Promise<CheckOutcome> {
  const [bytes, text] = await Promise.all([readFile(picture), readFile(truth, 'utf8')]).catch((cause: unknown) => {
    throw new Failure('picture-missing', 'The self-test picture is not there.', {
      advice: 'Install Glyphlens anew: a part of it is missing.',
      cause
    })
  })
  const start = performance.now()
  const reading = await engine.read(bytes, { pack: await pack(), signal })
  const milliseconds = Math.round(performance.now() - start)
  const share = shareOfWords(text, layOut(reading, 'lines'))
  const detail = `${Math.round(100 * share)} % of the words in ${milliseconds} ms`
  if (share >= wantedShare) return { detail, milliseconds }
  return {
    state: 'wrong',
    detail,
    milliseconds,
    advice: 'Words are missing from a clear picture: try "glyphlens packs verify", or install Glyphlens anew.'
  }
}

/** The share of words in `truth` that stand in `text`, each as often. */
export function shareOfWords(truth: string, text: string): number {
  const words = wordsOf(truth)
  const left = wordsOf(text)
  const found = words.filter((word) => {
    const place = left.indexOf(word)
    if (place !== -1) left.splice(place, 1)
    return place !== -1
  })
  return words.length === 0 ? 1 : found.length / words.length
}

/** Runs of letters and digits; each Chinese character counts as a word. */
function wordsOf(text: string): string[] {
  return text.normalize('NFKC').match(/\p{Script=Han}|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? []
}
