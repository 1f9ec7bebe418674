import { createFakeBridge } from '../fake-bridge.ts'

/** The window before the fake bridge: `?entries=100000&platform=darwin&language=zh-CN&dark`. */
const wishes = new URLSearchParams(location.search)
const fake = createFakeBridge({
  entries: Number(wishes.get('entries') ?? 60),
  platform: wishes.get('platform') === 'darwin' ? 'darwin' : 'linux',
  language: wishes.get('language') === 'zh-CN' ? 'zh-CN' : 'en'
})
Object.assign(window, { glyphlens: fake.api, fake })

// The window begins when its module is loaded, and asks the bridge at once.
await import('../../../renderer/app/index.tsx')
