import { parentPort } from 'node:worker_threads'
import type { ZXingReadResult } from 'zxing-wasm/reader'
import type { Ruling } from '../../protocol/reading.ts'
import type { Pixels } from '../imaging/pixels.ts'
import { findRulings } from '../imaging/rulings.ts'
import { denyNetwork } from '../network.ts'
import { type ReadCodes, startZxing } from './zxing.ts'

/** A picture to look at. Its bytes are shared, not copied again. */
export interface Request {
  readonly id: number
  readonly picture: Pixels
  readonly mostCodes: number
}

/** What there is, in pixels of the picture. */
export interface Answer {
  readonly id: number
  /** Undefined when looking for them failed. */
  readonly codes: Pick<ZXingReadResult, 'format' | 'text' | 'position'>[] | undefined
  readonly rulings: Ruling[]
}

const port = parentPort
if (port === null) throw new Error('This program is a thread of the engine')
denyNetwork()

let started: Promise<ReadCodes> | undefined
port.on('message', ({ id, picture, mostCodes }: Request) => {
  const rulings = findRulings(picture)
  void codesIn(picture, mostCodes).then((codes) => port.postMessage({ id, codes, rulings } satisfies Answer))
})

/** Loads ZXing with the first picture. Never rejects. */
async function codesIn(picture: Pixels, most: number): Promise<Answer['codes']> {
  try {
    started ??= startZxing()
    const read = await started
    return read(picture, most).map(({ format, text, position }) => ({ format, text, position }))
  } catch (thrown) {
    console.error('Looking for codes failed:', thrown)
    // Whatever state its memory is in, the next picture gets a new one.
    started = undefined
    return undefined
  }
}
