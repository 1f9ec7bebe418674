import { parentPort } from 'node:worker_threads'
import type { ZXingReadResult } from 'zxing-wasm/reader'
import type { Pixels } from '../imaging/pixels.ts'
import { denyNetwork } from '../network.ts'
import { type ReadCodes, startZxing } from './zxing.ts'

/** A picture to look at. Its bytes are shared, not copied again. */
export interface CodeRequest {
  readonly id: number
  readonly picture: Pixels
  readonly most: number
}

/** What ZXing found, in pixels of the picture; undefined when looking failed. */
export interface CodeAnswer {
  readonly id: number
  readonly found: Pick<ZXingReadResult, 'format' | 'text' | 'position'>[] | undefined
}

const port = parentPort
if (port === null) throw new Error('This program is a thread of the engine')
denyNetwork()

let started: Promise<ReadCodes> | undefined
port.on('message', ({ id, picture, most }: CodeRequest) => {
  void look(picture, most).then((found) => port.postMessage({ id, found } satisfies CodeAnswer))
})

/** Loads ZXing with the first picture. Never rejects. */
async function look(picture: Pixels, most: number): Promise<CodeAnswer['found']> {
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
