import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modelFile, peer } from './peer.ts'
import { serve } from './serve.ts'

interface Found {
  readonly text: string
  readonly lines: { text: string; box: { x: number; y: number; width: number; height: number } }[][]
}
interface Ppu {
  readonly PaddleOcrService: new (
    options: object
  ) => {
    initialize: () => Promise<void>
    recognize: (bytes: ArrayBuffer, options: object) => Promise<Found>
  }
}

/** It wants the blank before the dictionary and the space behind it written out. */
async function dictionary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-bench-'))
  const path = join(folder, 'dictionary.txt')
  await writeFile(path, `\n${await readFile(modelFile('ppocr_keys_v1.txt'), 'utf8')}\n \n`)
  return path
}

await serve(async () => {
  const { PaddleOcrService } = await peer<Ppu>('ppu-paddle-ocr', 'index.js')
  const charactersDictionary = await dictionary()
  const service = new PaddleOcrService({
    model: {
      detection: modelFile('ch_PP-OCRv4_det_infer.onnx'),
      recognition: modelFile('ch_PP-OCRv4_rec_infer.onnx'),
      charactersDictionary
    },
    recognition: {}
  })
  await service.initialize()
  await rm(join(charactersDictionary, '..'), { recursive: true })
  return async ({ file }) => {
    const bytes = await readFile(file)
    const found = await service.recognize(new Uint8Array(bytes).buffer, { noCache: true })
    return {
      text: found.text,
      segments: found.lines.flat().map(({ text, box }) => ({
        text,
        box: [box.x, box.y, box.x + box.width, box.y + box.height] as const
      }))
    }
  }
})
