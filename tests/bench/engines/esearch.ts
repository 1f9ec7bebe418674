import { readFile } from 'node:fs/promises'
import { around, modelFile, peer } from './peer.ts'
import { serve } from './serve.ts'

interface Context {
  drawImage: (image: unknown, x: number, y: number) => void
  getImageData: (x: number, y: number, width: number, height: number) => unknown
}
interface Canvas {
  readonly createCanvas: (width: number, height: number) => { getContext: (kind: '2d') => Context }
  readonly loadImage: (file: string) => Promise<{ width: number; height: number }>
  readonly ImageData: new (...parts: unknown[]) => unknown
}
interface Line {
  readonly text: string
  readonly box: number[][]
}
interface Esearch {
  readonly setOCREnv: (environment: object) => void
  readonly init: (options: object) => Promise<{
    ocr: (pixels: unknown) => Promise<{ parragraphs: { text: string }[]; src: Line[] }>
  }>
}

await serve(async () => {
  const { createCanvas, loadImage, ImageData } = await peer<Canvas>('@napi-rs/canvas')
  const { setOCREnv, init } = await peer<Esearch>('esearch-ocr')
  setOCREnv({ canvas: createCanvas, imageData: (...parts: unknown[]) => new ImageData(...parts) })
  const ocr = await init({
    det: { input: modelFile('ch_PP-OCRv4_det_infer.onnx') },
    rec: {
      input: modelFile('ch_PP-OCRv4_rec_infer.onnx'),
      decodeDic: await readFile(modelFile('ppocr_keys_v1.txt'), 'utf8')
    },
    ort: await peer('onnxruntime-node')
  })
  return async ({ file }) => {
    const image = await loadImage(file)
    const context = createCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    const found = await ocr.ocr(context.getImageData(0, 0, image.width, image.height))
    return {
      text: found.parragraphs.map((paragraph) => paragraph.text).join('\n'),
      segments: found.src.map((line) => ({ text: line.text, box: around(line.box) }))
    }
  }
})
