import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../../../main/engine/client.ts'
import { embeddedPack } from '../../../fakes/engine/pack.ts'
import { drawCode } from '../../../fixtures/codes/codes.ts'
import { makePdf, textLine } from '../../../fixtures/documents/pdf.ts'

const pack = embeddedPack()

/** The engine that ships, with its default options: what it needs has to be within what it is allowed. */
describe('the real engine', () => {
  let folder: string
  let engine: Engine
  let picture: Uint8Array

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'real-engine-'))
    engine = createEngine({ cache: join(folder, 'cache'), spoolRoot: folder })
    picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
  })
  afterAll(async () => {
    await engine.close()
    rmSync(folder, { recursive: true })
  })

  it('probes', async () => {
    expect(await engine.probe(picture)).toMatchObject({ format: 'png', width: 64, height: 48 })
  })

  it('refuses what is no picture', async () => {
    await expect(engine.probe(Buffer.from('no picture at all'))).rejects.toMatchObject({ code: 'picture-format' })
  })

  it('loads a pack and reads', async () => {
    expect(await engine.loadPack(pack)).toMatchObject({ id: 'ppocr-v4-mobile', classes: 6625 })
    expect(await engine.read(picture, { pack })).toMatchObject({ width: 64, height: 48, lines: [] })
  })

  it('annotates', async () => {
    const bytes = await engine.annotate(picture, [
      {
        quad: [
          [4, 4],
          [40, 4],
          [40, 20],
          [4, 20]
        ],
        label: '1'
      }
    ])
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 64, height: 48 })
  })

  it('encodes views and makes thumbnails', async () => {
    const whole = { crop: { x0: 0, y0: 0, x1: 64, y1: 48 }, content: { width: 32, height: 24 } }
    const views = [{ ...whole, canvas: { width: 32, height: 32 } }]
    const [encoded] = await engine.encode(picture, views, { formats: ['png', 'jpeg'], bytes: 7_000_000 })
    expect(encoded).toMatchObject({ width: 32, height: 32, format: 'png', bytes: encoded?.data.length })
    expect(await sharp(encoded?.data).metadata()).toMatchObject({ format: 'png', width: 32, height: 32 })
    const small = await engine.thumbnail(picture, 16)
    expect(await sharp(small.data).metadata()).toMatchObject({ format: 'webp', width: 16, height: 12 })
  })

  it('reads codes on the way', async () => {
    const { codes } = await engine.read(await drawCode('https://example.com', 'QRCode'), { pack })
    expect(codes).toMatchObject([{ format: 'QRCode', text: 'https://example.com' }])
  })

  it('opens documents and draws their pages', async () => {
    const pdf = makePdf({ title: 'A document', pages: [{}, { content: textLine('Page number two') }] })
    expect(await engine.openDocument(pdf)).toMatchObject({ title: 'A document', pages: [{}, {}] })
    const page = await engine.renderPage(pdf, 2)
    expect(page).toMatchObject({ format: 'png', width: 833, height: 555, bytes: page.data.length })
    const { lines } = await engine.read(page.data, { pack })
    expect(lines.map(({ text }) => text)).toEqual(['Page number two'])
    await expect(engine.renderPage(pdf, 3)).rejects.toMatchObject({ code: 'picture-missing' })
  })

  it('keeps no memory of documents', { timeout: 120_000 }, async () => {
    // Each page takes 36 MB while it is drawn.
    const pdf = makePdf({ pages: [{ size: [1000, 1000], content: textLine('large') }] })
    const after = async (count: number): Promise<number> => {
      for (let done = 0; done < count; done += 1) await engine.renderPage(pdf, 1, { dpi: 250 })
      return engine.status().rss ?? 0
    }
    const warm = await after(5)
    expect((await after(50)) - warm).toBeLessThan(150_000_000)
  })

  it('did it all in one process', () => {
    expect(engine.status()).toMatchObject({ crashes: 0, restarts: 0 })
  })
})
