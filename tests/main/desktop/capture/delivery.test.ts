import { describe, expect, it } from 'vitest'
import { planDelivery } from '../../../../main/capture/delivery/plan.ts'
import { holdLimit } from '../../../../main/capture/delivery/undo.ts'
import { createDelivery } from '../../../../main/desktop/capture/delivery.ts'
import type { SystemNotice } from '../../../../main/desktop/capture/notices.ts'

interface StageOptions {
  language?: 'en' | 'zh-CN'
  showsText?: boolean
  broken?: 'hold' | 'write' | 'restore'
}

/** A clipboard with text, and everything around it. */
function deliveryStage(options: StageOptions = {}) {
  const { language = 'en', showsText = true, broken } = options
  let content: string | undefined = 'before'
  let now = 0
  const notices: SystemNotice[] = []
  const opened: number[] = []
  const panels: number[] = []
  const undoable: boolean[] = []
  const timers: { at: number; run: () => void }[] = []
  const delivery = createDelivery({
    clipboard: {
      hold: async () => {
        if (broken === 'hold') throw new Error('busy')
        const held = content
        return async () => {
          if (broken === 'restore') throw new Error('busy')
          content = held
        }
      },
      writeText: async (text) => {
        if (broken === 'write') throw new Error('busy')
        content = text
      },
      readText: async () => content
    },
    notices: { show: (notice) => void notices.push(notice) },
    language: () => language,
    showsText: () => showsText,
    openPanel: (_picture, entry) => void panels.push(entry),
    openEntry: (entry) => void opened.push(entry),
    onHeld: () => void undoable.push(delivery.canUndo()),
    now: () => now,
    after: (milliseconds, run) => void timers.push({ at: now + milliseconds, run })
  })
  const deliver = (text: string, to: 'clipboard' | 'panel' = 'clipboard', notify = true): Promise<void> =>
    delivery.deliver(planDelivery({ text, picture: 'p', to, notify }), { picture: new Uint8Array(1), entry: 7 })
  return {
    delivery,
    deliver,
    notices,
    opened,
    panels,
    undoable,
    content: () => content,
    copy: (text: string) => {
      content = text
    },
    pass: (milliseconds: number) => {
      now += milliseconds
      for (const { at, run } of timers) if (at <= now) run()
    }
  }
}

type Stage = ReturnType<typeof deliveryStage>

function press({ notices }: Stage, label: string): void {
  notices
    .at(-1)
    ?.buttons.find((button) => button.label === label)
    ?.run()
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('text', () => {
  it('is on the clipboard, and told with its first line', async () => {
    const stage = deliveryStage()
    await stage.deliver('One\n\nTwo')
    expect(stage.content()).toBe('One\n\nTwo')
    expect(stage.notices).toMatchObject([{ title: 'Copied 2 lines', body: 'One' }])
  })

  it.each([
    ['is not shown to who wants that', { showsText: false }, 'The text is on the clipboard.'],
    ['is told in Chinese', { language: 'zh-CN', showsText: false } as const, '文字已在剪贴板中。']
  ])('%s', async (_name, options, body) => {
    const stage = deliveryStage(options)
    await stage.deliver('One')
    expect(stage.notices[0]?.body).toBe(body)
  })

  it('is not told to who does not want that, but that there is none is', async () => {
    const stage = deliveryStage()
    await stage.deliver('One', 'clipboard', false)
    expect(stage.notices).toEqual([])
    await stage.deliver(' \n', 'clipboard', false)
    expect(stage.notices).toMatchObject([{ title: 'No text found' }])
    expect(stage.content()).toBe('One')
  })

  it('opens its entry', async () => {
    const stage = deliveryStage()
    await stage.deliver('One')
    stage.notices[0]?.onClick?.()
    press(stage, 'Open in the library')
    expect(stage.opened).toEqual([7, 7])
  })

  it('goes to the panel first when the person prefers that', async () => {
    const stage = deliveryStage()
    await stage.deliver('One', 'panel')
    expect([stage.panels, stage.content(), stage.notices]).toEqual([[7], 'before', []])
  })

  it('is kept when the clipboard refuses it', async () => {
    const stage = deliveryStage({ broken: 'write' })
    await expect(stage.deliver('One')).rejects.toMatchObject({ advice: 'It is in the library: copy it from there.' })
  })
})

describe('undo', () => {
  it('puts back what was there', async () => {
    const stage = deliveryStage()
    await stage.deliver('One')
    press(stage, 'Undo')
    await settled()
    expect(stage.content()).toBe('before')
  })

  it('leaves alone what was copied since', async () => {
    const stage = deliveryStage()
    await stage.deliver('One')
    stage.copy('newer')
    await stage.delivery.undo()
    expect(stage.content()).toBe('newer')
    expect(stage.notices.at(-1)).toMatchObject({ title: 'Not undone' })
  })

  it('is not to be had after some minutes: what was held may have been a password', async () => {
    const stage = deliveryStage()
    await stage.deliver('One')
    stage.pass(holdLimit)
    await stage.delivery.undo()
    expect(stage.content()).toBe('One')
    expect(stage.notices.at(-1)).toMatchObject({ body: 'What was on the clipboard before is not held any more.' })
  })

  it('is not offered when nothing could be held', async () => {
    const stage = deliveryStage({ broken: 'hold' })
    await stage.deliver('One')
    expect(stage.content()).toBe('One')
    expect(stage.notices[0]?.buttons.map(({ label }) => label)).toEqual(['Open in the library'])
  })

  it.each([
    ['after it was done', async ({ delivery }: Stage) => await delivery.undo()],
    ['after some minutes', async ({ pass }: Stage) => pass(holdLimit)]
  ])('is there from the capture on, and not %s', async (_name, ends) => {
    const stage = deliveryStage()
    expect(stage.delivery.canUndo()).toBe(false)
    await stage.deliver('One')
    expect(stage.undoable).toEqual([true])
    await ends(stage)
    expect(stage.undoable).toEqual([true, false])
  })

  it('is said to have failed when the clipboard does not take it', async () => {
    const stage = deliveryStage({ broken: 'restore' })
    await stage.deliver('One')
    await stage.delivery.undo()
    expect(stage.notices.at(-1)).toMatchObject({ title: 'Not undone' })
  })

  it('happens once', async () => {
    const stage = deliveryStage()
    await stage.deliver('One')
    await stage.delivery.undo()
    stage.copy('One')
    await stage.delivery.undo()
    expect(stage.content()).toBe('One')
  })
})
