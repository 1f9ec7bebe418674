import type { Page } from 'playwright'
import type { VisionServer } from '../../fakes/vision-server/server.ts'
import { ask, queueRests } from '../bridge.ts'
import { expect, test } from '../fixture.ts'
import { entriesOf, latestEntry, sampleAt } from '../library.ts'
import { accessibilityOf, askServer, showSample, withKey } from './rooms.ts'

/** What was paid for. */
const callsOf = (server: VisionServer): number => server.log().filter(({ path }) => path.includes('chat')).length
const question = (page: Page) => page.getByRole('textbox', { name: 'Question' })

test('a dropped picture is read without a choice; its text is there to be asked about', async ({ desk, home }) => {
  const { page } = desk
  await desk.dropFiles('body', [sampleAt(home, 'notice', 'notice.png')])
  await expect(page.getByRole('region', { name: 'What it says' })).toContainText('闭馆通知')
  await expect(page.getByRole('textbox', { name: 'Ask about this picture…' })).toBeVisible()
  expect((await entriesOf(page)).map(({ task, engine }) => [task, engine])).toEqual([['read', 'device']])
})

test('several pictures become a batch, and one that was taken out is not in it', async ({ desk, home }) => {
  const { page } = desk
  const paths = ['receipt', 'notice', 'editor'].map((name) => sampleAt(home, name, `${name}.png`))
  await desk.dropFiles('body', paths)
  await page.getByRole('button', { name: 'Take out notice.png' }).click()
  await page.getByRole('button', { name: 'Read 2 on this device' }).click()
  await expect.poll(async () => (await entriesOf(page)).map(({ state }) => state)).toEqual(['done', 'done'])
  expect((await entriesOf(page)).map(({ name }) => name).toSorted()).toEqual(['editor.png', 'receipt.png'])
})

test('without a key it says so before anything is sent, and what was typed stays', async ({ desk }) => {
  const { page } = desk
  await showSample(page, 'receipt', { task: 'read', engine: 'device' })
  await page.keyboard.press('a')
  await expect(question(page)).toBeFocused()
  await page.keyboard.type('How much?')
  await expect(page.getByRole('alert')).toContainText(/key/i)
  await page.reload()
  await page.getByRole('application').waitFor()
  await page.keyboard.press('a')
  await expect(question(page)).toHaveValue('How much?')
})

test.describe('with a key', () => {
  test.use({ launch: withKey })

  test('by keys alone: ask, see where it goes, send, read the answer', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok', { text: 'It is **32.34** dollars.' })
    await showSample(page, 'receipt', { task: 'read', engine: 'device' })
    await page.keyboard.press('a')
    await expect(question(page)).toBeFocused()
    await page.keyboard.type('How much is it?')
    await expect(page.getByText(/Stays with you: ModelScope/)).toBeVisible()
    await expect(page.getByText(/1 call · .* · about .* tokens/)).toBeVisible()
    expect(server.log()).toEqual([])
    await page.keyboard.press('Enter')
    await expect(page.getByText('32.34', { exact: true })).toBeVisible()
    await expect(page.getByRole('paragraph').filter({ hasText: 'How much is it?' })).toBeVisible()
    expect(server.log()).toHaveLength(1)
    expect((await latestEntry(page)).question).toBe('How much is it?')
  })

  test('the picture as it is sent can be looked at before', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok')
    await showSample(page, 'chart', { task: 'read', engine: 'device' })
    await page.keyboard.press('a')
    await page.getByRole('radio', { name: 'Chart data' }).click()
    await page.getByRole('button', { name: /^Show what is sent/ }).click()
    const shown = page.getByRole('dialog').getByRole('img', { name: /PNG/ })
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
    expect(server.log()).toEqual([])
  })

  test('the same question is not paid twice without a word', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok')
    await showSample(page, 'receipt', { task: 'describe', engine: 'modelscope' })
    const [first] = await entriesOf(page)
    await page.keyboard.press('a')
    await expect(page.getByRole('radio', { name: 'Describe' })).toBeChecked()
    await page.getByRole('button', { name: /^Send to/ }).click()
    await expect(page.getByText('You have asked this before')).toBeVisible()
    await page.getByRole('button', { name: 'Show the answer' }).click()
    await expect(page.getByRole('heading', { name: 'Ask about this picture' })).toBeHidden()
    expect(callsOf(server)).toBe(1)
    await page.keyboard.press('a')
    await page.getByRole('button', { name: /^Send to/ }).click()
    await page.getByRole('button', { name: 'Ask again' }).click()
    await expect.poll(async () => (await entriesOf(page)).length).toBe(2)
    await queueRests(page)
    expect((await latestEntry(page)).id).not.toBe(first?.id)
    expect(callsOf(server)).toBe(2)
  })

  test('has no faults of access in both themes', async ({ desk, home, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok')
    await ask(page, 'settings', 'change', { desktop: { welcomed: true } })
    await desk.dropFiles(
      'body',
      ['receipt', 'notice'].map((name) => sampleAt(home, name, `${name}.png`))
    )
    await page.getByRole('radio', { name: 'Objects' }).click()
    await page.getByRole('button', { name: 'More options' }).click()
    await expect(page.getByText(/1 call · .* · about .* tokens/)).toBeVisible()
    expect(await accessibilityOf(page)).toEqual([])
  })
})
