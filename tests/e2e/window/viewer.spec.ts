import type { Page } from 'playwright'
import type { EntryView } from '../../../preload/contract/library.ts'
import { queueRests } from '../bridge.ts'
import { expect, test } from '../fixture.ts'
import { entriesOf, latestEntry } from '../library.ts'
import { accessibilityOf, askServer, showSample, withKey } from './rooms.ts'

const reading = { task: 'read', engine: 'device' } as const

const viewport = (page: Page) => page.getByRole('application')
const picture = (page: Page) => viewport(page).locator('img').last()

/** Where a place of the picture stands in the window; the picture lies as it was fitted or zoomed, not turned. */
async function placer(page: Page, { width = 1 }: EntryView['picture']) {
  await expect(picture(page)).toBeVisible()
  const box = await picture(page).boundingBox()
  if (box === null) throw new Error('the picture is not shown')
  const scale = box.width / width
  return { scale, at: (x: number, y: number) => ({ x: box.x + x * scale, y: box.y + y * scale }) }
}

/** The middle of a line's beginning, and of its end. */
function endsOf(line: EntryView['lines'][number] | undefined) {
  if (line === undefined) throw new Error('there is no such line')
  const [topLeft, topRight, bottomRight, bottomLeft] = line.quad
  return {
    start: [(topLeft[0] + bottomLeft[0]) / 2, (topLeft[1] + bottomLeft[1]) / 2],
    end: [(topRight[0] + bottomRight[0]) / 2, (topRight[1] + bottomRight[1]) / 2]
  } as const
}

/** Where words of the result stand in the window. */
async function placeOfText(page: Page, words: string): Promise<{ readonly x: number; readonly y: number }> {
  return await page.getByRole('region', { name: 'What it says' }).evaluate((region, sought) => {
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1
      if (at < 0) continue
      const range = new Range()
      range.setStart(node, at)
      range.setEnd(node, at + sought.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }
    throw new Error(`the result does not say ${sought}`)
  }, words)
}

async function dragOver(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

test('text is selected in the picture by dragging, over lines, and copied', async ({ desk }) => {
  const { page } = desk
  const { lines, picture: facts } = await showSample(page, 'notice', reading)
  const { at } = await placer(page, facts)
  const first = endsOf(lines[1])
  const second = endsOf(lines[2])
  await dragOver(page, at(first.start[0] + 1, first.start[1]), at(second.end[0] - 1, second.end[1]))
  await page.keyboard.press('Control+C')
  const copied = async (): Promise<string> => (await desk.clipboardText()).replaceAll(/\s/gu, '')
  await expect.poll(copied).toBe(`${lines[1]?.text}${lines[2]?.text}`.replaceAll(/\s/gu, ''))
})

test('a double click selects a word, a third the line, and Escape nothing', async ({ desk }) => {
  const { page } = desk
  const { lines, picture: facts } = await showSample(page, 'receipt', reading)
  const { at } = await placer(page, facts)
  const line = lines.find(({ text }) => text.startsWith('Willow Lane Tea'))
  const { start } = endsOf(line)
  const place = at(start[0] + 12, start[1])
  await page.mouse.dblclick(place.x, place.y)
  await page.keyboard.press('Control+C')
  await expect.poll(() => desk.clipboardText()).toBe('Willow')
  await page.mouse.click(place.x, place.y, { clickCount: 3 })
  await page.keyboard.press('Control+C')
  await expect.poll(() => desk.clipboardText()).toBe(line?.text)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Copy {2}Ctrl\+C/ })).toBeHidden()
})

test('all text is selected and extended by keys, and says how much it is', async ({ desk }) => {
  const { page } = desk
  const entry = await showSample(page, 'receipt', reading)
  await viewport(page).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  await expect.poll(() => desk.clipboardText()).toBe(entry.text)
  await page.keyboard.press('Escape')
  for (let count = 0; count < 3; count++) await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByText('3 characters')).toBeVisible()
})

test('words are found in the picture, hit by hit', async ({ desk }) => {
  const { page } = desk
  await showSample(page, 'receipt', reading)
  await viewport(page).focus()
  await page.keyboard.press('Control+F')
  const field = page.getByRole('textbox', { name: 'Find in the picture' })
  await field.fill('TEA')
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  await field.press('Enter')
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  await field.fill('not there at all')
  await expect(page.getByText('Not found')).toBeVisible()
  await field.press('Escape')
  await expect(viewport(page)).toBeFocused()
})

test('the wheel zooms about the pointer, keys zoom, fit and turn, and large pixels stay sharp', async ({ desk }) => {
  const { page } = desk
  const { picture: facts } = await showSample(page, 'chart', reading)
  const { at, scale } = await placer(page, facts)
  const place = at(100, 60)
  await page.mouse.move(place.x, place.y)
  await page.mouse.wheel(0, -400)
  const zoomed = await placer(page, facts)
  expect(zoomed.scale).toBeGreaterThan(scale * 1.5)
  const still = zoomed.at(100, 60)
  expect(Math.hypot(still.x - place.x, still.y - place.y)).toBeLessThan(2)
  await viewport(page).focus()
  await page.keyboard.press('2')
  await expect(picture(page)).toHaveCSS('image-rendering', 'pixelated')
  await expect(page.getByRole('button', { name: 'Zoom: 200%' })).toBeVisible()
  await page.keyboard.press('0')
  expect((await placer(page, facts)).scale).toBeCloseTo(scale, 2)
  await expect(picture(page)).toHaveCSS('image-rendering', 'auto')
  await page.keyboard.press('r')
  const turned = await picture(page).boundingBox()
  expect(turned?.height).toBeGreaterThan(turned?.width ?? Infinity)
})

test('a part is cut out by keys and read by itself', async ({ desk }) => {
  const { page } = desk
  await showSample(page, 'receipt', reading)
  await viewport(page).focus()
  await page.keyboard.press('c')
  for (let count = 0; count < 8; count++) await page.keyboard.press('ArrowUp')
  await page.getByRole('button', { name: 'Read this part' }).click()
  await expect.poll(async () => (await entriesOf(page)).length).toBe(2)
  await queueRests(page)
  const part = await latestEntry(page)
  expect([part.picture.width, part.picture.height]).toEqual([210, 320])
  expect(part.text).not.toBe('')
})

test('a part is drawn, and goes to the composer to be asked about', async ({ desk }) => {
  const { page } = desk
  const { picture: facts } = await showSample(page, 'receipt', reading)
  const { at } = await placer(page, facts)
  await page.getByRole('button', { name: 'Choose a part' }).click()
  await dragOver(page, at(20, 20), at(400, 120))
  await page.getByRole('button', { name: 'Ask about this part' }).click()
  await expect(page.getByRole('heading', { name: 'Ask about this picture' })).toBeVisible()
  await expect(page.getByText(/^3(79|80|81) × (99|100|101) px$/)).toBeVisible()
  expect(await entriesOf(page)).toHaveLength(1)
})

test('a line of the result shows its place, and a click in the picture the line', async ({ desk }) => {
  const { page } = desk
  const { lines, picture: facts } = await showSample(page, 'receipt', reading)
  await viewport(page).focus()
  for (let count = 0; count < 8; count++) await page.keyboard.press('+')
  const words = await placeOfText(page, 'Thank you')
  await page.mouse.click(words.x, words.y)
  await expect
    .poll(async () => {
      const { at } = await placer(page, facts)
      const { start } = endsOf(lines.find(({ text }) => text.startsWith('Thank you')))
      const seen = await viewport(page).boundingBox()
      const place = at(...start)
      return seen !== null && place.y > seen.y && place.y < seen.y + seen.height
    })
    .toBe(true)
})

test.describe('with a key', () => {
  test.use({ launch: withKey })

  test('boxes and their rows light up together', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok')
    const entry = await showSample(page, 'chart', { task: 'detect', engine: 'modelscope' })
    const detections = entry.answer?.kind === 'boxes' ? entry.answer.detections : []
    expect(detections.length).toBeGreaterThan(1)
    const { at } = await placer(page, entry.picture)
    const [first] = detections
    if (first === undefined) throw new Error('nothing was found')
    const place = at((first.box.x0 + first.box.x1) / 2, (first.box.y0 + first.box.y1) / 2)
    await page.mouse.move(place.x, place.y)
    await expect(page.locator('ol button[data-lit=true]')).toHaveCount(1)
    await expect(page.locator('ol button[data-lit=true]')).toContainText(first.label)
  })
})

test('the viewer has no faults of access in both themes', async ({ desk }) => {
  const { page } = desk
  await showSample(page, 'receipt', reading)
  await viewport(page).focus()
  await page.keyboard.press('Control+F')
  await expect(page.getByRole('textbox', { name: 'Find in the picture' })).toBeFocused()
  expect(await accessibilityOf(page)).toEqual([])
  const text = page.getByRole('region', { name: 'Text in the picture' })
  await expect(text.getByRole('paragraph').first()).toHaveText('Willow Lane Tea House')
})

test('a picture is moved without laying the page out anew', async ({ desk }) => {
  const { page } = desk
  await showSample(page, 'receipt', reading)
  await viewport(page).focus()
  const layouts = async (): Promise<number> => {
    const client = await page.context().newCDPSession(page)
    await client.send('Performance.enable')
    const { metrics } = await client.send('Performance.getMetrics')
    await client.detach()
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? Number.NaN
  }
  const before = await layouts()
  for (let count = 0; count < 20; count++) await page.keyboard.press('ArrowLeft')
  expect((await layouts()) - before).toBeLessThan(20)
})
