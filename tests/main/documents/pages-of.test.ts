import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePageRange } from '../../../main/documents/page-range.ts'
import { pagesOf } from '../../../main/documents/pages-of.ts'
import { createEngine, type Engine } from '../../../main/engine/client.ts'
import { makePdf } from '../../fixtures/documents/pdf.ts'

const pdf = makePdf({ pages: [{ size: [100, 100] }, { size: [200, 100] }, { size: [300, 100] }, { size: [400, 100] }] })
let engine: Engine

beforeAll(() => {
  engine = createEngine()
})
afterAll(() => engine.close())

describe('the pages of a document', () => {
  it('are drawn one after the other', async () => {
    const seen: unknown[] = []
    for await (const { number, pages, width, height, format } of pagesOf(pdf, engine, { dpi: 72 })) {
      seen.push([number, pages, width, height, format])
    }
    expect(seen).toEqual([100, 200, 300, 400].map((width, index) => [index + 1, 4, width, 100, 'png']))
  })

  it('are those that were asked for, and no more are drawn than taken', async () => {
    let drawn = 0
    const counting = {
      ...engine,
      renderPage: (...call: Parameters<Engine['renderPage']>) => {
        drawn += 1
        return engine.renderPage(...call)
      }
    }
    const pages = pagesOf(pdf, counting, { range: parsePageRange('2,4'), longest: 50 })
    expect((await pages.next()).value).toMatchObject({ number: 2, width: 50, height: 25 })
    await pages.return(undefined)
    expect(drawn).toBe(1)
  })

  it.each([
    ['a page that is not there', pdf, '9', 'picture-missing'],
    ['no document', Buffer.from('no document'), '1', 'picture-format']
  ])('fail: %s', async (_, bytes, range, code) => {
    await expect(pagesOf(bytes, engine, { range: parsePageRange(range) }).next()).rejects.toMatchObject({ code })
  })

  it('end when they are called off', async () => {
    await expect(pagesOf(pdf, engine, { signal: AbortSignal.abort() }).next()).rejects.toMatchObject({
      code: 'cancelled'
    })
  })
})
