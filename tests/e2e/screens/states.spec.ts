import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ask, queueRests } from '../bridge.ts'
import { takeSample } from '../library.ts'
import { type Shots, test } from './screens.ts'

/** Asks about the receipt; answers the entry, which says this. */
async function answered({ page, server }: Shots, text: string): Promise<number> {
  await ask(page, 'settings', 'change', {
    vision: { providers: { modelscope: { baseUrl: server.url('ok', { text }) } } }
  })
  const token = await takeSample(page, 'receipt')
  const { entries } = await ask(page, 'jobs', 'add', {
    subjects: [{ token }],
    ask: { task: 'describe', engine: 'modelscope' },
    again: true
  })
  await queueRests(page)
  return entries[0] ?? 0
}

/** What only a crash brings about is written where it would be found after one. */
function stand({ desk }: Shots, entry: number, standing: string): void {
  const database = new DatabaseSync(join(desk.home, 'data', 'library', 'library.db'))
  database.exec(`UPDATE job SET ${standing} WHERE id = ${entry}; DELETE FROM result WHERE job = ${entry}`)
  database.close()
}

test('compare', async ({ shots }) => {
  await answered(
    shots,
    'A receipt of Willow Lane Tea House: two pots of tea and one scone, 14.20 in all, paid by card.'
  )
  const entry = await answered(
    shots,
    'A till receipt of the Willow Lane Tea House, for two pots of green tea and a scone. It comes to 14.20, paid by card.'
  )
  await shots.go({ room: 'library', entry })
  await shots.take('compare', async (page) => {
    await page
      .getByRole('button', { name: /^(Compare|比较|对比)/ })
      .first()
      .click()
    await page.locator('mark').first().waitFor()
  })
})

for (const [name, standing] of [
  ['unsure', `state = 'unsure', call = 'sent'`],
  ['cancelled', `state = 'cancelled'`]
] as const) {
  test(name, async ({ shots }) => {
    const entry = await answered(shots, 'Never to be seen.')
    stand(shots, entry, standing)
    await shots.go({ room: 'library', entry })
    await shots.take(name)
  })
}

test('search', async ({ shots }) => {
  await shots.go({ room: 'library', words: 'e' })
  await shots.take('search')
})

test('composer', async ({ shots }) => {
  const [entry = 1] = shots.entries
  await shots.go({ room: 'library', entry })
  await shots.take('composer', async (page) => {
    await page.getByRole('application').waitFor()
    await page.keyboard.press('a')
    await page.locator('[data-place="question"]').waitFor()
  })
})

test('high contrast', async ({ shots }) => {
  await ask(shots.page, 'settings', 'change', { appearance: { contrast: 'high' } })
  const entry = shots.entries.at(-1) ?? 1
  await shots.go({ room: 'library', entry })
  await shots.take('contrast-entry')
  await shots.go({ room: 'settings' })
  await shots.take('contrast-settings')
})

test('place of the library', async ({ shots }) => {
  await shots.go({ room: 'settings' })
  await shots.take('settings-library', async (page) => {
    await page
      .locator('main')
      .getByRole('button', { name: /^(Library|图库)$/ })
      .click()
    await page.getByText(shots.desk.home).waitFor()
  })
})
