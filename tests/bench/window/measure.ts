import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright'

/** How one opening of the window went, in milliseconds since it was asked for. */
export interface Opening {
  readonly firstContentfulPaint: number
  /** The first entry is painted and the search takes text. */
  readonly usable: number
  /** Milliseconds of tasks beyond 50 each until then: the page was deaf so long. */
  readonly blocked: number
}

/** How smoothly a long list runs. */
export interface Scrolling {
  readonly seconds: number
  readonly frames: number
  /** Frames of 1/60 s in which nothing new was painted though the list moved. */
  readonly dropped: number
  /** The longest time between two frames, in milliseconds. */
  readonly worst: number
  /** Of the way through the list. */
  readonly reached: number
}

/** What a stroke of the search costs, in milliseconds. */
export interface Typing {
  /** From each stroke to the next paint, as the browser accounts for it: in steps of 8. */
  readonly strokes: readonly number[]
  /** From the last stroke to the hits. */
  readonly hits: number
}

const frame = 1000 / 60

/** Opens the window in a browser without any cache. */
export async function measureOpening(browser: Browser, address: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchOpening)
    await page.goto(address)
    return await page.evaluate(() => Reflect.get(window, 'opening') as Promise<Opening>)
  } finally {
    await context.close()
  }
}

function watchOpening(): void {
  const found = { firstContentfulPaint: 0, usable: 0, blocked: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) found.firstContentfulPaint = entry.startTime
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.blocked += duration - 50
  }).observe({ type: 'longtask', buffered: true })
  const opening = new Promise((resolve) => {
    const look = (): void => {
      const isThere = document.querySelector('[role="grid"] tr') !== null
      const field = document.querySelector('[data-place="search"]')
      if (!isThere || !(field instanceof HTMLInputElement) || field.disabled) {
        requestAnimationFrame(look)
        return
      }
      // What is in the page now is painted by the next frame.
      requestAnimationFrame(() => {
        found.usable = performance.now()
        // The observers are told a little later.
        setTimeout(() => resolve(found), 500)
      })
    }
    look()
  })
  Object.assign(window, { opening })
}

/** Scrolls through the list by the wheel for some seconds, with strides that grow. */
export async function measureScrolling(page: Page, seconds = 5): Promise<Scrolling> {
  const grid = page.getByRole('grid')
  await grid.hover()
  await page.evaluate(() => {
    const times: number[] = []
    const note = (time: number): void => {
      times.push(time)
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
    Object.assign(window, { times })
  })
  const end = performance.now() + seconds * 1000
  for (let stride = 120; performance.now() < end; stride = Math.min(stride * 1.15, 150_000)) {
    await page.mouse.wheel(0, stride)
    await wait(frame)
  }
  const { times, reached } = await page.evaluate(() => {
    const scrolled = document.querySelector('[role="grid"]')?.parentElement
    const far = scrolled ? scrolled.scrollTop / (scrolled.scrollHeight - scrolled.clientHeight) : 0
    return { times: Reflect.get(window, 'times') as number[], reached: far }
  })
  const gaps = times.slice(1).map((time, place) => time - (times[place] ?? time))
  return {
    seconds,
    frames: times.length,
    dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frame) - 1), 0),
    worst: Math.max(...gaps),
    reached
  }
}

/** Types into the search as a fast typist does. */
export async function measureTyping(page: Page, words: string): Promise<Typing> {
  const field = page.locator('[data-place="search"]')
  await field.click()
  await page.evaluate(() => {
    const strokes: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') strokes.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    Object.assign(window, { strokes })
  })
  await page.keyboard.type(words, { delay: 80 })
  const began = performance.now()
  await page.locator('[role="grid"] mark').first().waitFor()
  const hits = performance.now() - began
  await wait(500)
  return { strokes: await page.evaluate(() => Reflect.get(window, 'strokes') as number[]), hits }
}
