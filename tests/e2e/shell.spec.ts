import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ask, callBridge } from './bridge.ts'
import { expect, test } from './fixture.ts'
import { entriesOf, samplePath, takeSample } from './library.ts'

const logOf = (home: string): string => readFileSync(join(home, 'data', 'logs', 'glyphlens.log'), 'utf8')

test('the tray captures, pauses and goes on', async ({ desk }) => {
  const labels = async (): Promise<string[]> => (await desk.trayMenu())?.items.map(({ label }) => label) ?? []
  expect(await labels()).toEqual(expect.arrayContaining(['Read a Region', 'Ask About a Region', 'Open Glyphlens']))
  await desk.choose('tray', 'Pause the Queue')
  expect((await ask(desk.page, 'jobs', 'status', {})).paused).toBe(true)
  await expect.poll(labels).toContain('Go On With the Queue')
  await desk.choose('tray', 'Go On With the Queue')
  expect((await ask(desk.page, 'jobs', 'status', {})).paused).toBe(false)
})

test('files are added from the menu, and remembered by the system', async ({ desk }) => {
  await desk.answerDialogs({ kind: 'open', paths: [samplePath('receipt')] })
  await desk.choose('menu', 'File', 'Add Pictures…')
  await expect.poll(async () => (await desk.deeds('recent')).map(({ path }) => path)).toEqual([samplePath('receipt')])
  expect((await desk.deeds('dialog')).map(({ what }) => what)).toHaveLength(1)
})

test('the window opens where it was', async ({ desk }) => {
  const bounds = { x: 40, y: 30, width: 900, height: 640 }
  await desk.moveWindow(bounds)
  await desk.quit()
  const { desktop } = JSON.parse(readFileSync(join(desk.home, 'data', 'config.json'), 'utf8'))
  expect(desktop.window).toEqual({ ...bounds, isMaximized: false })
  await desk.restart()
  expect(await desk.page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 640])
})

test('a page whose process died is loaded anew; what went on in main went on', async ({ desk }) => {
  const token = await takeSample(desk.page, 'notice')
  await ask(desk.page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
  await desk.crash()
  // Until another page has taken its place it cannot be asked.
  const states = async (): Promise<string[]> => {
    const entries = await entriesOf(desk.page).catch(() => [])
    return entries.map(({ state }) => state)
  }
  await expect.poll(states).toEqual(['done'])
  expect(logOf(desk.home)).toContain('the page of the window is gone')
})

test('links lead to pages of providers only, pictures hang at the pointer as files', async ({ desk }) => {
  const { page } = desk
  expect(await callBridge(page, 'app', 'open', { what: 'link', url: 'https://evil.example/' })).toMatchObject({
    ok: false,
    problem: { code: 'usage' }
  })
  expect(await desk.deeds('opened')).toEqual([])
  const { providers } = await ask(page, 'settings', 'read', {})
  const url = providers.find(({ keyPage }) => keyPage !== undefined)?.keyPage ?? ''
  await ask(page, 'app', 'open', { what: 'link', url })
  expect(await desk.deeds('opened')).toEqual([{ kind: 'opened', how: 'link', what: url }])

  const token = await takeSample(page, 'chart')
  const { entries } = await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
  await ask(page, 'app', 'open', { what: 'drag', entry: entries[0] ?? 0 })
  const [dragged] = await desk.deeds('dragged')
  expect(dragged?.files[0]).toMatch(/chart\.png$/)
})

test.describe('what is damaged is said, and the app starts all the same', () => {
  test('settings', async ({ desk }) => {
    await desk.quit()
    writeFileSync(join(desk.home, 'data', 'config.json'), '{"capture": ')
    await desk.restart()
    const { notices } = await ask(desk.page, 'app', 'start', {})
    expect(notices).toMatchObject([{ saying: { name: 'settings.set-aside' } }])
  })

  test('a library of a newer version', async ({ desk }) => {
    await desk.quit()
    const database = new DatabaseSync(join(desk.home, 'data', 'library', 'library.db'))
    database.exec('PRAGMA user_version = 9999')
    database.close()
    await desk.restart()
    const { notices } = await ask(desk.page, 'app', 'start', {})
    expect(notices).toHaveLength(1)
    expect(await callBridge(desk.page, 'library', 'find', {})).toMatchObject({
      ok: false,
      problem: { code: 'library-newer' }
    })
    expect(await callBridge(desk.page, 'settings', 'read', {})).toMatchObject({ ok: true })
  })
})

/** As another process does that mends or migrates it; the answer lets the app in. */
function keepOut(home: string): () => void {
  const lock = new DatabaseSync(join(home, 'data', 'library', 'opening.lock'))
  lock.exec('BEGIN EXCLUSIVE')
  return () => lock.close()
}

test.describe('a library that takes long to open', () => {
  test('the window is there meanwhile, says so, and goes on by itself', async ({ desk }) => {
    await desk.quit()
    const letIn = keepOut(desk.home)
    await desk.restart()
    const { page } = desk
    await expect(page.getByText('Opening the library…')).toBeVisible()
    await expect(page.getByText(/After a sudden end/)).toHaveCSS('opacity', '1')
    await desk.secondInstance(samplePath('editor'))
    letIn()
    await expect(page.getByText('Opening the library…')).toBeHidden()
    await expect
      .poll(async () => (await entriesOf(page)).map(({ state, name }) => [state, name]))
      .toEqual([['done', 'editor.png']])
  })

  test('the app can be quit meanwhile', async ({ desk }) => {
    await desk.quit()
    const letIn = keepOut(desk.home)
    await desk.restart()
    await desk.quit()
    letIn()
    await desk.restart()
    expect(await ask(desk.page, 'library', 'find', {})).toMatchObject({ hits: [] })
  })
})
