import { readFileSync, writeFileSync } from 'node:fs'
import type { Service } from '../../../main/engine/worker/service.ts'
import { Failure } from '../../../main/failure.ts'
import { confined } from './confined.ts'
import { factsWith } from './facts.ts'
import { misbehaviour } from './misbehaviour.ts'
import { type Deeds, script } from './script.ts'

const deeds: Deeds = {
  ...confined,
  ...misbehaviour,
  answer: async () => [],
  fail: () => Promise.reject(new Failure('picture-damaged', 'This picture is damaged.', { advice: 'Take another.' })),
  chatter: async () => {
    console.log('a library that talks')
    return []
  },
  progress: async ({ steps }, call) => {
    for (let done = 1; done <= steps; done += 1) {
      call.report({ stage: 'recognise', done, total: steps })
      await call.breathe()
    }
    return []
  },
  wait: async (_, call) => {
    call.report({ stage: 'decode', done: 0, total: 1 })
    for (;;) await call.breathe()
  }
}

/** A service that does what the picture says: see `script`. */
export function createHostileService(): Service {
  return {
    probe: async ({ picture }, call) => {
      const order = script.parse(JSON.parse(readFileSync(picture, 'utf8')))
      return factsWith(await deeds[order.do](order as never, call))
    },
    read: async ({ pack, options }) => ({
      width: 3,
      height: 2,
      turn: 0,
      lines: [],
      rulings: [],
      pack: `${pack.manifest.id} ${options.threads} ${options.scale}`,
      milliseconds: { decode: 0, detect: 0, recognise: 0, model: 0, total: 0 }
    }),
    annotate: async ({ picture, output, marks }) => {
      const text = `${readFileSync(picture, 'utf8')} with ${marks.length}`
      writeFileSync(output, text)
      // A mark named "lie" makes it promise one byte more than it wrote.
      return { bytes: text.length + (marks[0]?.label === 'lie' ? 1 : 0) }
    },
    encode: async ({ picture, views }) => {
      const encoded = views.map(({ canvas, output }) => {
        const bytes = readFileSync(picture)
        writeFileSync(output, bytes)
        return { ...canvas, format: 'png' as const, bytes: bytes.length, fidelity: 'original' as const }
      })
      // Views of one pixel make it forget the last of them.
      return { encoded: views[0]?.content.width === 1 ? encoded.slice(1) : encoded }
    },
    thumbnail: async ({ picture, side, output }) => {
      const bytes = readFileSync(picture)
      writeFileSync(output, bytes)
      return { format: 'webp', bytes: bytes.length, width: side, height: side }
    },
    openDocument: async ({ document }) => ({
      pages: [{ width: 300, height: 200 }],
      title: readFileSync(document, 'utf8'),
      encrypted: false,
      bytes: readFileSync(document).length
    }),
    renderPage: async ({ document, page, scale, output }) => {
      const text = `page ${page} of ${readFileSync(document, 'utf8')}`
      writeFileSync(output, text)
      return { format: 'png', bytes: text.length, width: 3, height: 2, dpi: scale.dpi, problems: [] }
    },
    loadPack: async ({ pack }) => ({ id: pack.manifest.id, classes: 1, milliseconds: 0 })
  }
}
