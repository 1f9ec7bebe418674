import { readFile } from 'node:fs/promises'
import { defaultPictureLimits } from '../../../main/engine/protocol/picture.ts'
import type { EncodedFacts, View } from '../../../main/engine/protocol/view.ts'
import { encodeViews } from '../../../main/engine/worker/imaging/encode/encode.ts'
import { modelscope } from '../../../main/vision/presets/modelscope.ts'

const { formats, bytes } = modelscope.picture

export interface Encoded {
  readonly milliseconds: number[]
  /** Of all threads. */
  readonly processor: number[]
  readonly facts: EncodedFacts
  readonly data: Uint8Array
}

/** Glyphlens's way, from the file to base64 as the original one, so many times. */
export async function encodeOurs(file: string, view: View, times: number): Promise<Encoded> {
  const milliseconds: number[] = []
  const processor: number[] = []
  let last: Omit<Encoded, 'milliseconds' | 'processor'> | undefined
  for (let time = 0; time < times; time += 1) {
    const started = performance.now()
    const used = process.cpuUsage()
    const picture = await readFile(file)
    const encoding = { formats: [...formats], bytes }
    for await (const encoded of encodeViews(picture, [view], encoding, defaultPictureLimits)) {
      last = encoded
      Buffer.from(encoded.data).toString('base64')
    }
    milliseconds.push(performance.now() - started)
    const { user, system } = process.cpuUsage(used)
    processor.push((user + system) / 1000)
  }
  if (last === undefined) throw new Error('Nothing was encoded')
  return { milliseconds, processor, ...last }
}
