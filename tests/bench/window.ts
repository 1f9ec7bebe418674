import { type Browser, chromium, type Page } from 'playwright'
import { chromiumArguments, findChromium, howToGetChromium } from '../e2e/stage/chromium.ts'
import { serveStage } from '../renderer/stage/serve.ts'
import { measureOpening, measureScrolling, measureTyping } from './window/measure.ts'

const openings = 7
const entries = 100_000
const words = 'total'

const milliseconds = (value: number): string => `${Math.round(value)} ms`
const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(address)
  await page.getByRole('row').first().waitFor()
  return page
}

/** The built window in Chromium, with a bridge that answers at once from memory: what is measured is the window alone. */
const executablePath = findChromium()
if (executablePath === undefined) throw new Error(howToGetChromium)
const served = await serveStage()
const browser = await chromium.launch({ executablePath, args: [...chromiumArguments], chromiumSandbox: false })
try {
  const address = `${served.address}?entries=${entries}`
  const opened = []
  for (let turn = 0; turn < openings; turn += 1) opened.push(await measureOpening(browser, address))
  const paints = opened.map(({ firstContentfulPaint }) => firstContentfulPaint)
  const usables = opened.map(({ usable }) => usable)
  console.log(`Opening, ${openings} times without a cache, the middle and the worst:`)
  console.log(`  first contentful paint  ${milliseconds(middle(paints))}, ${milliseconds(Math.max(...paints))}`)
  console.log(`  time to interactive     ${milliseconds(middle(usables))}, ${milliseconds(Math.max(...usables))}`)
  console.log(`  blocked until then      ${milliseconds(middle(opened.map(({ blocked }) => blocked)))}`)

  const scrolling = await measureScrolling(await open(browser, address))
  const part = (scrolling.reached * 100).toFixed(0)
  console.log(
    `Scrolling over ${entries.toLocaleString('en')} entries for ${scrolling.seconds} s, ${part} % of the way:`
  )
  console.log(`  dropped frames          ${scrolling.dropped} of ${scrolling.frames + scrolling.dropped}`)
  console.log(`  longest frame           ${milliseconds(scrolling.worst)}`)

  const typing = await measureTyping(await open(browser, address), words)
  console.log(`Typing “${words}” into the search:`)
  console.log(
    typing.strokes.length === 0
      ? '  every stroke was painted within 16 ms'
      : `  stroke to paint         at most ${milliseconds(Math.max(...typing.strokes))}`
  )
  console.log(`  last stroke to hits     ${milliseconds(typing.hits)}`)
} finally {
  await browser.close()
  await served.close()
}
