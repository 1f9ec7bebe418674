import { readFile, writeFile } from 'node:fs/promises'
import type { PackLocation } from '../protocol/pack.ts'
import type { EncodedFacts } from '../protocol/view.ts'
import { createLookAside } from './aside/aside.ts'
import { createDocuments } from './documents/documents.ts'
import { annotate } from './imaging/annotate.ts'
import { decode } from './imaging/decode.ts'
import { encodeViews } from './imaging/encode/encode.ts'
import { thumbnail } from './imaging/encode/thumbnail.ts'
import { prepareImaging } from './imaging/prepare.ts'
import { probe } from './imaging/probe.ts'
import { threadsFor } from './ocr/graph/threads.ts'
import { Reader } from './ocr/reader.ts'
import type { Call, Service } from './service.ts'
import type { ServiceOptions } from './start.ts'

/** The service of the engine. It keeps one pack loaded, the last one that was asked for. */
export function createService(options: ServiceOptions): Service {
  prepareImaging({ threads: threadsFor(0) })
  const loaded = new LoadedPack(options)
  const documents = createDocuments(options)
  const lookAside = createLookAside(options.aside)
  return {
    probe: async ({ picture, limits }) => probe(await readFile(picture), limits),
    read: async ({ picture, limits, pack, options: readOptions }, call) => {
      const started = performance.now()
      const reader = await loaded.get(pack, readOptions.threads, call)
      call.report({ stage: 'decode', done: 0, total: 1 })
      const decoding = performance.now()
      const pixels = await decode(await readFile(picture), limits)
      const decoded = performance.now() - decoding
      await call.breathe()
      const looking = lookAside(pixels)
      const found = await reader.read(pixels, readOptions, call)
      const { codes, rulings } = await looking
      return {
        ...found,
        rulings,
        ...(pixels.isPartial && { partial: true }),
        ...(codes !== undefined && { codes }),
        milliseconds: { ...found.milliseconds, decode: decoded, total: performance.now() - started }
      }
    },
    annotate: async ({ picture, limits, output, marks }) => {
      const bytes = await annotate(await readFile(picture), marks, limits)
      await writeFile(output, bytes)
      return { bytes: bytes.length }
    },
    encode: async ({ picture, limits, views, encoding }, call) => {
      call.report({ stage: 'decode', done: 0, total: 1 })
      const encoded: EncodedFacts[] = []
      for await (const { data, facts } of encodeViews(await readFile(picture), views, encoding, limits)) {
        await writeFile(views[encoded.length]?.output ?? '', data)
        encoded.push(facts)
        call.report({ stage: 'encode', done: encoded.length, total: views.length })
        await call.breathe()
      }
      return { encoded }
    },
    thumbnail: async ({ picture, limits, side, output }) => {
      const { data, facts } = await thumbnail(await readFile(picture), side, limits)
      await writeFile(output, data)
      return facts
    },
    openDocument: async ({ document, limits }, call) => documents.facts(await readFile(document), limits, call),
    renderPage: async ({ document, limits, page, scale, output }, call) => {
      call.report({ stage: 'decode', done: 0, total: 1 })
      const { data, facts } = await documents.draw(await readFile(document), page, scale, limits, call)
      await writeFile(output, data)
      return facts
    },
    loadPack: async ({ pack, threads }, call) => {
      const started = performance.now()
      const reader = await loaded.get(pack, threads, call)
      return { id: pack.manifest.id, classes: reader.classes, milliseconds: performance.now() - started }
    }
  }
}

/** The one pack in memory; another one takes its place. */
class LoadedPack {
  private readonly options: ServiceOptions
  private current: { key: string; reader: Reader } | undefined

  constructor(options: ServiceOptions) {
    this.options = options
  }

  async get(pack: PackLocation, threads: number, call: Call): Promise<Reader> {
    const key = JSON.stringify([pack, threads])
    if (this.current?.key === key) return this.current.reader
    call.report({ stage: 'load', done: 0, total: 1 })
    await this.current?.reader.close()
    this.current = undefined
    const reader = await Reader.load(pack, { ...this.options, threads })
    this.current = { key, reader }
    await call.breathe()
    return reader
  }
}
