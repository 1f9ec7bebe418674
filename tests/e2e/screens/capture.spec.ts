import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { ask } from '../bridge.ts'
import type { Desk } from '../desk.ts'
import { deskWithWindows, dragOver } from '../screen-pictures.ts'
import { test } from './screens.ts'

const folder = mkdtempSync(join(tmpdir(), 'glyphlens-desk-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'zh-CN'] as const).map((language) => ({ theme, language }))
)
const read = 'Control+Shift+1'
const question = 'Control+Shift+2'
const from = [120, 120] as const
const to = [620, 470] as const

async function overlay(desk: Desk, hotkey: string): Promise<Page> {
  await desk.pressHotkey(hotkey)
  const [page] = await desk.windows('overlay', 1)
  if (page === undefined) throw new Error('no overlay came up')
  return page
}

for (const { theme, language } of looks) {
  test(`capture ${theme} ${language}`, async ({ desk, shots }) => {
    test.setTimeout(120_000)
    const name = (what: string): string => `capture-${what}-${theme}-${language}`
    const picture = await deskWithWindows(folder)
    await desk.display([{ id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 }, picture }])
    await ask(desk.page, 'settings', 'change', { appearance: { theme, language }, capture: { bar: true } })

    const framing = await overlay(desk, read)
    await framing.mouse.move(330, 300)
    await framing.mouse.move(331, 301)
    await framing.locator('.lens').waitFor()
    await shots.one(name('aim'), framing)
    await framing.mouse.move(...from)
    await framing.mouse.down()
    await framing.mouse.move(500, 400)
    await framing.mouse.move(...to)
    await framing.locator('.size-chip').waitFor()
    await shots.one(name('drag'), framing)
    await framing.mouse.up()
    await framing.locator('.card').waitFor()
    await shots.one(name('bar'), framing)
    await framing.keyboard.press('Escape')
    await desk.hidden('overlay')

    const asking = await overlay(desk, question)
    await dragOver(asking, from, to)
    await asking.locator('.card input').fill(language === 'en' ? 'What is this about?' : '这里讲了什么？')
    await shots.one(name('question'), asking)
    await asking.keyboard.press('Enter')
    await asking.locator('.answer-tools').waitFor()
    await shots.one(name('answer'), asking)
    await asking.keyboard.press('Escape')
    await desk.hidden('overlay')

    await ask(desk.page, 'settings', 'change', { capture: { bar: false, deliverTo: 'panel' } })
    await dragOver(await overlay(desk, read), from, to)
    const panel = await desk.window('panel')
    await panel.locator('.panel-tools').waitFor()
    await shots.one(name('panel'), panel)
  })
}
