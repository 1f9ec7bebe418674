import { around, peer } from './peer.ts'
import { serve } from './serve.ts'

interface Gutenye {
  readonly default: {
    create: () => Promise<{ detect: (file: string) => Promise<{ text: string; box: number[][] }[]> }>
  }
}

await serve(async () => {
  const { default: Ocr } = await peer<Gutenye>('@gutenye/ocr-node', 'build/index.js')
  const ocr = await Ocr.create()
  return async ({ file }) => {
    const lines = await ocr.detect(file)
    return {
      text: lines.map((line) => line.text).join('\n'),
      segments: lines.map((line) => ({ text: line.text, box: around(line.box) }))
    }
  }
})
