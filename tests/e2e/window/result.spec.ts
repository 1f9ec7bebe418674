import type { Page } from 'playwright'
import { ask, queueRests } from '../bridge.ts'
import { expect, test } from '../fixture.ts'
import { entriesOf, latestEntry, takeSample } from '../library.ts'
import { accessibilityOf, askServer, showEntry, showSample, withKey } from './rooms.ts'

const reading = { task: 'read', engine: 'device' } as const
const content = (page: Page) => page.getByRole('region', { name: 'What it says' })

test('the layout is switched without reading again', async ({ desk }) => {
  const { page } = desk
  const entry = await showSample(page, 'orders', reading)
  await content(page).locator('label', { hasText: 'Table' }).click()
  await expect(content(page).getByRole('table')).toContainText('Marlow & Finch')
  await content(page).getByRole('button', { name: 'Copy the table' }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect.poll(() => desk.clipboardText()).toContain('Marlow & Finch,')
  await content(page).locator('label', { hasText: 'One line' }).click()
  await expect(content(page).getByRole('table')).toBeHidden()
  expect((await latestEntry(page)).finished).toBe(entry.finished)
})

test('an edited text is a draft over a reload, is saved, and can be put back', async ({ desk }) => {
  const { page } = desk
  const entry = await showSample(page, 'receipt', reading)
  await page.getByRole('button', { name: 'Edit the text' }).click()
  const editor = page.getByRole('textbox', { name: 'Your version of the text' })
  await editor.fill('My own words')
  await page.reload()
  await expect(editor).toHaveValue('My own words')
  await editor.press('Control+Enter')
  await expect(content(page)).toContainText('My own words')
  expect((await latestEntry(page)).text).toBe('My own words')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Back to the original' }).click()
  await expect.poll(async () => (await latestEntry(page)).text).toBe(entry.text)
})

test('a reading has no faults of access in both themes', async ({ desk }) => {
  await showSample(desk.page, 'receipt', reading)
  expect(await accessibilityOf(desk.page)).toEqual([])
})

const hostile = `# Answer

<script>document.title = 'hit'</script><img src="https://evil.example/x.png" onerror="document.title = 'hit'">
<iframe src="https://evil.example/"></iframe><style>* { display: none }</style>

[click](javascript:document.title='hit') ![pixel](https://evil.example/pixel.png) [a page](https://evil.example/path?next=bank)

| a | b |
| - | - |
| <svg onload="document.title='hit'"> | 2 |

Pay \u202e0001$ \u2066now $\\href{javascript:document.title='hit'}{x}$

${'>'.repeat(60)}deep

Still here.`

test.describe('with a key', () => {
  test.use({ launch: withKey })

  test('a hostile answer neither runs nor loads; a link shows its whole address', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok', { text: hostile })
    await showSample(page, 'receipt', { task: 'ask', engine: 'modelscope', options: { question: 'What?' } })
    await expect(content(page)).toContainText('Still here.')
    await expect(content(page)).toContainText('Picture, not loaded: pixel')
    await expect(page).toHaveTitle('Glyphlens')
    expect(await content(page).locator('script, img, iframe, style, a[href]').count()).toBe(0)
    await page.getByRole('button', { name: 'a page' }).click()
    const dialog = page.getByRole('dialog', { name: 'Open this address?' })
    await expect(dialog).toContainText('https://evil.example/path?next=bank')
    await dialog.getByRole('button', { name: 'Open in the browser' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByRole('button', { name: 'Copy the address' }).click()
    await expect.poll(() => desk.clipboardText()).toBe('https://evil.example/path?next=bank')
    expect(await desk.deeds('opened')).toEqual([])
  })

  test('an answer is shown while it is being written, and stays where it is when it is whole', async ({
    desk,
    server
  }) => {
    const { page } = desk
    await askServer(page, server, 'ok', { hold: 'end', text: 'First words of a longer answer.' })
    const token = await takeSample(page, 'chart')
    const { entries } = await ask(page, 'jobs', 'add', {
      subjects: [{ token }],
      ask: { task: 'describe', engine: 'modelscope' }
    })
    await showEntry(page, entries[0] ?? 0)
    await expect(page.getByText('Answering…')).toBeVisible()
    server.release('end')
    await expect(content(page)).toContainText('First words of a longer answer.')
    await queueRests(page)
    await expect(page.getByText('Answering…')).toBeHidden()
    await expect(page.getByText(/tokens out/)).toBeVisible()
  })

  test('a megabyte of text leaves the window usable', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok')
    await showSample(page, 'receipt', { task: 'describe', engine: 'modelscope' })
    const { id } = await latestEntry(page)
    const text = 'A paragraph of **many** words that nobody will read. '.repeat(20)
    const change = { kind: 'edit', text: `${text}\n\n`.repeat(1000) } as const
    await ask(page, 'library', 'change', { ids: [id], change })
    await expect(page.getByRole('button', { name: /^Show more/ })).toBeVisible()
    await page.getByRole('button', { name: 'Fit to the window' }).click()
    await page.getByRole('textbox', { name: 'Ask further…' }).fill('Still alive?')
    await expect(page.getByRole('button', { name: 'Send the question' })).toBeEnabled()
  })

  test('further questions join the thread; one that fails is still in its field', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok')
    await showSample(page, 'receipt', { task: 'describe', engine: 'modelscope' })
    const field = page.getByRole('textbox', { name: 'Ask further…' })
    await field.fill('And the tea?')
    await field.press('Enter')
    await expect(page.getByRole('list', { name: 'Further questions' }).getByRole('listitem')).toHaveCount(1)
    await expect(field).toHaveValue('')
    await askServer(page, server, '401')
    await field.fill('And the bun?')
    await field.press('Enter')
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(field).toHaveValue('And the bun?')
    await page.reload()
    await expect(field).toHaveValue('And the bun?')
    expect((await latestEntry(page)).turns.map(({ question }) => question)).toEqual(['And the tea?'])
  })

  test('a failed answer says what to do, and is asked once more', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, '400-inspect')
    await showSample(page, 'receipt', { task: 'describe', engine: 'modelscope' })
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ask another model' })).toBeVisible()
    await askServer(page, server, 'ok', { text: 'It went well.' })
    await content(page).getByRole('button', { name: 'Try again' }).click()
    await expect(content(page)).toContainText('It went well.')
  })

  test('a chart is drawn anew beside its numbers', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok')
    await showSample(page, 'chart', { task: 'chart', engine: 'modelscope' })
    await expect(
      page
        .getByRole('figure', { name: /^Chart: Revenue/ })
        .locator('svg')
        .first()
    ).toBeVisible()
    await expect(content(page).getByRole('table')).toBeVisible()
    expect(await accessibilityOf(page)).toEqual([])
  })

  test('two answers are compared side by side', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'ok', { text: 'The total is 32.34 dollars.' })
    await showSample(page, 'receipt', { task: 'describe', engine: 'modelscope' })
    await askServer(page, server, 'ok', { text: 'The total is 32.84 dollars.' })
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Ask the precise model' }).click()
    await expect.poll(async () => (await entriesOf(page)).length).toBe(2)
    await expect(content(page)).toContainText('32.84')
    await page.getByRole('button', { name: 'Compare' }).click()
    const dialog = page.getByRole('dialog', { name: 'Two answers side by side' })
    await expect(dialog.locator('mark')).toHaveText(['32.34 ', '32.84 '])
    expect(await accessibilityOf(page)).toEqual([])
  })

  test('an answer has no faults of access in both themes', async ({ desk, server }) => {
    const { page } = desk
    const text =
      '# Title\n\n- [x] done\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```ts\nconst a = 1 // note\n```\n\n$a^2$ [link](https://example.org)'
    await askServer(page, server, 'ok', { text })
    await showSample(page, 'receipt', { task: 'ask', engine: 'modelscope', options: { question: 'What?' } })
    await expect(content(page).getByRole('table')).toBeVisible()
    expect(await accessibilityOf(page)).toEqual([])
  })
})
