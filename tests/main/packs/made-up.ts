import { createHash } from 'node:crypto'
import { type PackFile, type PackManifest, packManifest } from '../../../main/engine/protocol/pack.ts'

/** Bytes without a pattern that a shift would hide. */
function madeUpBytes(seed: string, length: number): Buffer {
  const blocks: Buffer[] = []
  for (let block = 0; block * 32 < length; block++) {
    blocks.push(createHash('sha256').update(`${seed} ${block}`).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}

/** Files of a pack that reads nothing, by their local name. */
export const madeUpFiles = {
  'detector.onnx': madeUpBytes('detector', 40_000),
  'recogniser.onnx': madeUpBytes('recogniser', 60_000),
  'dictionary.txt': Buffer.from('a\nb\nc\n')
}
export type MadeUpFile = keyof typeof madeUpFiles

/** A manifest for `files`; `origins` are the servers that have them. */
export function madeUpManifest(
  id: string,
  origins: readonly string[],
  files: Readonly<Record<MadeUpFile, Buffer>> = madeUpFiles
): PackManifest {
  const file = (name: MadeUpFile): PackFile => ({
    name,
    bytes: files[name].length,
    sha256: createHash('sha256').update(files[name]).digest('hex'),
    urls: origins.map((origin) => `${origin}/${name}`)
  })
  const colours = { channels: 'bgr', mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] } as const
  return packManifest.parse({
    id,
    title: `Made up ${id}`,
    description: 'For tests.',
    licence: 'Apache-2.0',
    authors: 'us',
    source: 'made up',
    languages: ['en'],
    detector: {
      file: file('detector.onnx'),
      ...colours,
      multiple: 32,
      pixelThreshold: 0.3,
      boxThreshold: 0.6,
      unclip: 1.5
    },
    recogniser: { file: file('recogniser.onnx'), ...colours, height: 48, classes: 5 },
    dictionary: { file: file('dictionary.txt'), format: 'lines', space: true }
  })
}
