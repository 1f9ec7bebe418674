import { test } from './screens.ts'

for (const room of ['library', 'batch', 'settings', 'diagnostics', 'welcome'] as const) {
  test(room, async ({ shots }) => {
    await shots.go({ room })
    await shots.take(room)
  })
}

test('entry', async ({ shots }) => {
  const [entry = 1] = shots.entries
  await shots.go({ room: 'library', entry })
  await shots.take('entry')
})
