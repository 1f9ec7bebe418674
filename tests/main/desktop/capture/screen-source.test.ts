import type { DesktopCapturerSource, NativeImage, SourcesOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { Display } from '../../../../main/capture/geometry/display.ts'
import type { Size } from '../../../../main/capture/geometry/rect.ts'
import { createScreenSource, type Frozen } from '../../../../main/desktop/capture/screen-source.ts'
import { display } from '../../capture/screens.ts'

const one = display({ id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } })
const other = display({ id: 2, bounds: { x: 1920, y: 0, width: 1280, height: 720 }, scale: 2 })
const alike = display({ id: 3, bounds: { x: 0, y: 1080, width: 1920, height: 1080 } })

function image({ width, height }: Size): NativeImage {
  const fake: Pick<NativeImage, 'getSize' | 'isEmpty' | 'toBitmap' | 'crop' | 'toPNG'> = {
    getSize: () => ({ width, height }),
    isEmpty: () => width === 0,
    toBitmap: () => Buffer.alloc(width * height * 4),
    crop: (rect) => image(rect),
    toPNG: () => Buffer.from(width === 0 ? '' : `${width}x${height}`)
  }
  return fake as NativeImage
}

function source(id: string, size: Size): DesktopCapturerSource {
  const [name, appIcon] = ['Screen', image({ width: 0, height: 0 })]
  return { id: `screen:${id}:0`, display_id: id, name, appIcon, thumbnail: image(size) }
}

type Answer = (size: Size) => DesktopCapturerSource[] | Error

/** Freezes, and waits until as many frames were told as are expected. */
async function freeze(displays: readonly Display[], portal: boolean, count: number, answer: Answer) {
  const asked: Size[] = []
  const told: Frozen[] = []
  const all = Promise.withResolvers<void>()
  const getSources = async ({ thumbnailSize = { width: 0, height: 0 } }: SourcesOptions) => {
    asked.push(thumbnailSize)
    const answered = answer(thumbnailSize)
    if (answered instanceof Error) throw answered
    return answered
  }
  createScreenSource({ getSources })(displays, portal, (frozen) => {
    told.push(frozen)
    if (told.length === count) all.resolve()
  })
  await all.promise
  return { asked, told }
}

describe('displays', () => {
  it('are asked for in their own pixels, those of one size together', async () => {
    const { asked, told } = await freeze([one, other, alike], false, 3, (size) => [
      source('1', size),
      source('2', size),
      source('3', size)
    ])
    expect(asked).toEqual([
      { width: 1920, height: 1080 },
      { width: 2560, height: 1440 }
    ])
    expect(told.map((frozen) => frozen.kind === 'frame' && [frozen.display, frozen.picture.size.width])).toEqual([
      [1, 1920],
      [3, 1920],
      [2, 2560]
    ])
  })

  it.each<[string, Answer]>([
    ['is not among the sources', () => []],
    ['has an empty picture', () => [source('1', { width: 0, height: 0 })]],
    ['cannot be captured', () => new Error('no')]
  ])('fail each by itself: one %s', async (_name, answer) => {
    const { told } = await freeze([one], false, 1, answer)
    expect(told).toMatchObject([{ kind: 'failed', display: 1 }])
  })

  it('give parts of their picture', async () => {
    const { told } = await freeze([one], false, 1, (size) => [source('1', size)])
    const [frozen] = told
    const picture = frozen?.kind === 'frame' ? frozen.picture : undefined
    expect(new TextDecoder().decode(picture?.cut({ x: 1, y: 2, width: 30, height: 40 }))).toBe('30x40')
    expect(() => picture?.cut({ x: 1, y: 2, width: 0, height: 0 })).toThrow('nothing')
  })
})

describe('a portal', () => {
  it('is asked once, for the largest of all sizes', async () => {
    const { asked, told } = await freeze([one, other], true, 1, (size) => [source('', size)])
    expect(asked).toEqual([{ width: 2560, height: 1440 }])
    expect(told).toMatchObject([{ kind: 'frame', display: undefined }])
  })

  it.each<[string, Answer, string]>([
    ['closed', () => [], 'cancelled'],
    ['closed, which is an error to some', () => new Error('Failed to get sources.'), 'cancelled'],
    ['broken', () => new Error('no bus'), 'failed']
  ])('%s', async (_name, answer, kind) => {
    const { told } = await freeze([one], true, 1, answer)
    expect(told.map((frozen) => frozen.kind)).toEqual([kind])
  })
})
