import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../main/failure.ts'
import { captureStage, left, right } from './stage.ts'

type Stage = ReturnType<typeof captureStage>

/** Up to the overlays that a person sees. */
function framing(stage: Stage, mode: 'read-region' | 'ask-region' = 'read-region'): void {
  stage.shell.begin(mode)
  stage.frame(left)
  stage.frame(right)
  stage.paint(left)
  stage.paint(right)
}

/** Lets what was promised come about. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

describe('a region', () => {
  it('is framed, read and delivered', async () => {
    const stage = captureStage()
    framing(stage)
    expect(stage.shown()).toEqual([1, 2])
    expect(stage.isEscapeHeld()).toBe(true)
    stage.drag(right)
    expect([stage.shown(), stage.isEscapeHeld()]).toEqual([[], false])
    expect(stage.readings.map(({ picture }) => picture)).toEqual(['2: 20,20 59x39'])
    stage.readings[0]?.settle.resolve({ entry: 7, text: 'Hello' })
    await settled()
    expect(stage.delivered).toMatchObject([{ picture: '2: 20,20 59x39', entry: 7 }])
    expect(stage.times.map(({ mode, spent }) => [mode, Object.keys(spent)])).toEqual([
      ['read-region', ['freezing', 'showing', 'selecting', 'cropping', 'reading', 'delivering']]
    ])
    expect(stage.failures).toEqual([])
  })

  it('is repeated where it was, without an overlay', () => {
    const stage = captureStage()
    framing(stage)
    stage.drag(right)
    stage.shell.begin('read-again')
    stage.frame(right)
    expect(stage.readings.map(({ picture }) => picture)).toEqual(['2: 20,20 59x39', '2: 20,20 59x39'])
    expect(stage.shown()).toEqual([])
  })

  it('is drawn on all overlays, and known to a page that loads late', () => {
    const stage = captureStage()
    framing(stage)
    stage.act(right, { kind: 'whole-display' })
    const rect = { x: 0, y: 0, width: 160, height: 120 }
    expect(stage.eventsOf(left)).toEqual(['scene', 'revealed', 'draw', 'draw'])
    expect(stage.handlers.scene({}, { contents: stage.windowOn(left).contents })).toMatchObject({
      display: 1,
      selection: { display: 2, rect }
    })
  })

  it('is shown in pixels that lie at the address of its scene, as long as the capture has the screen', () => {
    const stage = captureStage()
    framing(stage)
    const scene = stage.overlays.sceneOf(stage.windowOn(right).contents)
    const id = scene?.frame.split('/').at(-1) ?? ''
    const bitmap = stage.shelf.serve(id)
    expect(bitmap?.type).toBe('image/bmp')
    expect(bitmap?.bytes.length).toBe(66 + 160 * 120 * 4)
    stage.act(right, { kind: 'escape' })
    expect(stage.shelf.serve(id)).toBeUndefined()
  })
})

describe('windows', () => {
  const window = { x: 5, y: 5, width: 30, height: 20 }

  it('are not asked for where they do not matter', () => {
    const stage = captureStage()
    stage.shell.begin('read-screen')
    stage.frame(right)
    expect(stage.readings.map(({ picture }) => picture)).toEqual(['2: 0,0 160x120'])
    stage.shell.begin('read-again')
    expect(stage.looks()).toBe(0)
  })

  it('that are known at once are framed by a click', () => {
    const stage = captureStage()
    stage.tellWindows([window])
    framing(stage)
    expect(stage.overlays.sceneOf(stage.windowOn(right).contents)?.hasWindows).toBe(true)
    stage.act(right, { kind: 'press', point: { x: 10, y: 10 } })
    stage.act(right, { kind: 'release', point: { x: 10, y: 10 } })
    expect(stage.readings.map(({ picture }) => picture)).toEqual(['2: 10,10 60x40'])
  })

  it('that become known while a person frames are told to the pages', async () => {
    const stage = captureStage()
    const asked = Promise.withResolvers<(typeof window)[]>()
    stage.tellWindows(asked.promise)
    framing(stage)
    expect(stage.overlays.sceneOf(stage.windowOn(right).contents)?.hasWindows).toBe(false)
    asked.resolve([window])
    await settled()
    expect(stage.eventsOf(right).at(-1)).toBe('windows')
    expect(stage.eventsOf(left)).not.toContain('windows')
    expect(stage.overlays.sceneOf(stage.windowOn(right).contents)?.hasWindows).toBe(true)
  })

  it('are waited for when one of them is to be read', async () => {
    const stage = captureStage()
    stage.tellWindows(Promise.resolve([window]))
    stage.shell.begin('read-window')
    stage.frame(right)
    expect(stage.readings).toEqual([])
    await settled()
    expect(stage.readings.map(({ picture }) => picture)).toEqual(['2: 10,10 60x40'])
  })
})

describe('the bar', () => {
  it('stays with the region alone, and asks as often as the person wants', () => {
    const stage = captureStage()
    framing(stage, 'ask-region')
    stage.drag(right)
    expect(stage.shown()).toEqual([2])
    expect(stage.eventsOf(right).at(-1)).toBe('bar')
    stage.act(right, { kind: 'bar', action: 'ask', question: 'What is it?' })
    stage.act(right, { kind: 'bar', action: 'describe' })
    expect(stage.asked.map(({ question }) => question)).toEqual([
      { action: 'ask', question: 'What is it?' },
      { action: 'describe', question: undefined }
    ])
    stage.asked[0]?.tell({ kind: 'answer', entry: 3, delta: 'A' })
    expect(stage.told.at(-1)).toEqual({
      contents: stage.windowOn(right).contents,
      event: { kind: 'answer', entry: 3, delta: 'A' }
    })
  })

  it('is told no answer after it was closed', () => {
    const stage = captureStage()
    framing(stage, 'ask-region')
    stage.drag(right)
    stage.act(right, { kind: 'bar', action: 'describe' })
    stage.act(right, { kind: 'escape' })
    const count = stage.told.length
    stage.asked[0]?.tell({ kind: 'answered', entry: 3, text: 'A' })
    expect(stage.told).toHaveLength(count)
    expect(stage.shown()).toEqual([])
  })

  it('is told no answer of a capture before', () => {
    const stage = captureStage()
    framing(stage, 'ask-region')
    stage.drag(right)
    stage.act(right, { kind: 'bar', action: 'describe' })
    stage.act(right, { kind: 'escape' })
    framing(stage, 'ask-region')
    stage.drag(right)
    stage.asked[0]?.tell({ kind: 'answered', entry: 3, text: 'A' })
    expect(stage.eventsOf(right).at(-1)).toBe('bar')
  })

  it('lets the picture float where it was framed', () => {
    const stage = captureStage({}, { bar: true })
    framing(stage)
    stage.drag(left)
    stage.act(left, { kind: 'bar', action: 'pin' })
    expect(stage.pinned).toEqual([
      { picture: '1: 10,10 30x20', region: { display: 1, rect: { x: 10, y: 10, width: 30, height: 20 } } }
    ])
    expect(stage.shown()).toEqual([])
  })

  it('reads what stands', () => {
    const stage = captureStage({}, { bar: true })
    framing(stage)
    stage.drag(left)
    stage.act(left, { kind: 'bar', action: 'copy' })
    expect(stage.readings).toHaveLength(1)
    expect(stage.shown()).toEqual([])
  })
})

describe('every end leaves no overlay, no frame and no held key', () => {
  it.each<[string, string, (stage: Stage) => Promise<void> | void]>([
    ['Escape on an overlay', '', (stage) => stage.act(right, { kind: 'escape' })],
    ['Escape that the system heard', '', (stage) => stage.shell.tell({ kind: 'escape' })],
    ['a display unplugged', 'capture-display-gone', (stage) => stage.plug([right])],
    ['a display turned', 'capture-display-gone', (stage) => stage.plug([{ ...left, rotation: 90 }, right])],
    ['the app quits', 'capture-quitting', (stage) => stage.shell.quit()],
    [
      'all pages died',
      'capture-no-overlay',
      (stage) => {
        for (const window of stage.windows) window.die()
      }
    ],
    ['taken', '', (stage) => stage.drag(left)]
  ])('%s', async (_name, code, end) => {
    const stage = captureStage()
    framing(stage)
    const addresses = stage.windows.map(({ contents }) => stage.overlays.sceneOf(contents)?.frame ?? '')
    await end(stage)
    expect(stage.shown()).toEqual([])
    expect(stage.isEscapeHeld()).toBe(false)
    expect(addresses.map((address) => stage.shelf.serve(address.split('/').at(-1) ?? ''))).toEqual([
      undefined,
      undefined
    ])
    expect(stage.failures.map((failure) => failure.code)).toEqual(code === '' ? [] : [code])
    expect(stage.shell.hasScreen()).toBe(false)
  })
})

describe('what goes wrong before anything is shown', () => {
  it('a permission that was refused', () => {
    const stage = captureStage({ access: 'denied' })
    stage.shell.begin('read-region')
    expect(stage.failures.map(({ code }) => code)).toEqual(['capture-permission'])
  })

  it('a portal that was closed', () => {
    const stage = captureStage({ portal: true })
    stage.shell.begin('read-region')
    stage.source({ kind: 'cancelled' })
    expect(stage.failures.map(({ code }) => code)).toEqual(['capture-portal-cancelled'])
  })

  it('screens that are black', () => {
    const stage = captureStage()
    stage.shell.begin('read-region')
    stage.frame(left, 'black')
    stage.frame(right, 'black')
    expect(stage.failures.map(({ code }) => code)).toEqual(['capture-blank'])
    expect(stage.windows).toEqual([])
  })

  it('a source that fails, and one that does not answer', () => {
    const stage = captureStage()
    stage.shell.begin('read-region')
    stage.source({ kind: 'failed', display: 1, cause: undefined })
    stage.bark()
    expect(stage.failures.map(({ code }) => code)).toEqual(['capture-no-frame'])
  })

  it('frames that come too late are not looked at', () => {
    const stage = captureStage()
    stage.shell.begin('read-region')
    stage.frame(left)
    stage.shell.tell({ kind: 'escape' })
    stage.frame(right)
    expect(stage.windows).toEqual([])
    expect(stage.shell.hasScreen()).toBe(false)
  })

  it('a page that does not paint is closed, and the others are shown', () => {
    const stage = captureStage()
    stage.shell.begin('read-region')
    stage.frame(left)
    stage.frame(right)
    stage.paint(right)
    stage.bark()
    expect(stage.shown()).toEqual([2])
    expect(stage.windows.map(({ state }) => state)).toEqual(['destroyed', 'shown'])
  })

  it('pages that do not paint at all are not used again', () => {
    const stage = captureStage()
    stage.shell.begin('read-region')
    stage.frame(left)
    stage.frame(right)
    stage.bark()
    expect(stage.failures.map(({ code }) => code)).toEqual(['capture-no-overlay'])
    expect(stage.windows.map(({ state }) => state)).toEqual(['destroyed', 'destroyed'])
    framing(stage)
    expect(stage.shown()).toEqual([1, 2])
  })

  it('a page that has painted what was there before does not count', () => {
    const stage = captureStage()
    stage.shell.begin('read-region')
    stage.frame(left)
    stage.frame(right)
    stage.act(left, { kind: 'painted', frame: 'app://glyphlens/frame/99' })
    stage.paint(right)
    expect(stage.shown()).toEqual([])
  })
})

describe('two captures', () => {
  it('do not share the screen', () => {
    const stage = captureStage()
    framing(stage)
    stage.shell.begin('read-screen')
    expect(stage.shown()).toEqual([1, 2])
    expect(stage.readings).toEqual([])
  })

  it('may overlap once the first reads', async () => {
    const stage = captureStage()
    framing(stage)
    stage.drag(left)
    framing(stage)
    expect(stage.shown()).toEqual([1, 2])
    stage.readings[0]?.settle.resolve({ entry: 1, text: 'first' })
    await settled()
    expect(stage.delivered).toHaveLength(1)
    expect(stage.shown()).toEqual([1, 2])
  })

  it('end together when the app quits: what is read is called off', async () => {
    const stage = captureStage()
    framing(stage)
    stage.drag(left)
    stage.shell.quit()
    expect(stage.readings[0]?.signal.aborted).toBe(true)
    await settled()
    expect(stage.failures.map(({ code }) => code)).toEqual(['capture-quitting'])
  })
})

it('a reading that fails is told once', async () => {
  const stage = captureStage()
  framing(stage)
  stage.drag(left)
  stage.readings[0]?.settle.reject(new Failure('engine-timeout', 'It took too long.'))
  await settled()
  expect(stage.failures.map(({ code }) => code)).toEqual(['engine-timeout'])
})

it('overlays are made anew when displays have changed, and used again when not', () => {
  const stage = captureStage()
  stage.overlays.prepare([left, right])
  framing(stage)
  stage.act(left, { kind: 'escape' })
  stage.overlays.prepare([left, { ...right, scale: 1 }])
  expect(stage.windows.map(({ display, state }) => [display, state])).toEqual([
    [1, 'hidden'],
    [2, 'destroyed'],
    [2, 'hidden']
  ])
})
