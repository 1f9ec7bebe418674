import { ask } from './bridge.ts'
import { expect, test } from './fixture.ts'
import { entriesOf, sampleAt } from './library.ts'

test.use({ launch: { environment: { MODELSCOPE_API_KEY: 'ms-00000000-test-0000-0000-000000000000' } } })

test('what leaves is shown before it does, then each picture is sent once and answered', async ({
  desk,
  home,
  server
}) => {
  const { page } = desk
  await ask(page, 'settings', 'change', { vision: { providers: { modelscope: { baseUrl: server.url('ok') } } } })
  await desk.dropFiles('body', [sampleAt(home, 'chart', 'one.png'), sampleAt(home, 'orders', 'two.png')])
  await page
    .getByRole('radio', { name: 'Describe' })
    .or(page.getByRole('button', { name: 'Describe' }))
    .first()
    .click()
  await expect(page.getByText('127.0.0.1').first()).toBeVisible()
  expect(server.log()).toEqual([])
  await page.getByRole('button', { name: /^Send/ }).click()
  await expect
    .poll(async () => (await entriesOf(page)).map(({ state, task }) => [state, task]))
    .toEqual([
      ['done', 'describe'],
      ['done', 'describe']
    ])
  expect(server.log()).toHaveLength(2)
})
