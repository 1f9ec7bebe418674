import { expect, test } from './fixture.ts'
import { entriesOf, samplePath } from './library.ts'

test('a second start hands its files over and ends', async ({ desk }) => {
  await desk.secondInstance(samplePath('editor'))
  await expect
    .poll(async () => (await entriesOf(desk.page)).map(({ state, name }) => [state, name]))
    .toEqual([['done', 'editor.png']])
})

test('a second start brings back the window that was closed to the tray', async ({ desk }) => {
  await desk.closeWindow('main')
  await desk.hidden('main')
  expect((await desk.trayMenu())?.items).not.toEqual([])
  await desk.secondInstance()
  await desk.window('main')
})

test('quitting from the tray ends the app', async ({ desk }) => {
  const items = (await desk.trayMenu())?.items ?? []
  const quit = items.find(({ label }) => label.startsWith('Quit'))
  expect(quit).toBeDefined()
  await Promise.all([desk.ended, desk.choose('tray', quit?.label ?? '').catch(() => undefined)])
  expect(await desk.ended).toBe(0)
})
