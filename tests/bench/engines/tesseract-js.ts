import { rmSync } from 'node:fs'
import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFolder, peer } from './peer.ts'
import { serve } from './serve.ts'

interface Word {
  readonly text: string
  readonly bbox: { x0: number; y0: number; x1: number; y1: number }
}
interface Data {
  readonly text: string
  readonly blocks: { paragraphs: { lines: { words: Word[] }[] }[] }[] | null
}
interface Tesseract {
  readonly createWorker: (
    languages: string[],
    mode: number,
    options: object
  ) => Promise<{ recognize: (file: string, options: object, output: object) => Promise<{ data: Data }> }>
}

const languages = ['chi_sim', 'eng']

/** One folder with the best models that the npm packages hold, so that nothing is fetched. */
async function languageFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const language of languages) {
    const name = `${language}.traineddata.gz`
    await copyFile(join(packageFolder(`@tesseract.js-data/${language}`), '4.0.0_best_int', name), join(folder, name))
  }
  return folder
}

await serve(async () => {
  const { createWorker } = await peer<Tesseract>('tesseract.js')
  const options = { langPath: await languageFolder(), cacheMethod: 'none', gzip: true }
  const worker = await createWorker(languages, 1, options)
  return async ({ file }) => {
    const { data } = await worker.recognize(file, {}, { text: true, blocks: true })
    const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs).flatMap((paragraph) => paragraph.lines)
    const words = lines.flatMap((line) => line.words)
    return {
      text: data.text,
      segments: words.map(({ text, bbox }) => ({ text, box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1] as const }))
    }
  }
})
