import { english } from '../../../renderer/locales/en/index.ts'
import { createFakeBridge, type FakeBridge } from '../fake-bridge.ts'
import { pseudonymise } from '../pseudo/pseudo.ts'

/** What somebody who looks at the stage can move. */
export interface Stage {
  readonly fake: FakeBridge
  readonly useView: typeof import('../../../renderer/app/view.ts').useView
  readonly useOverlays: typeof import('../../../renderer/app/overlays.ts').useOverlays
  readonly useSettingsPlace: typeof import('../../../renderer/app/settingsPlace.ts').useSettingsPlace
  readonly settingsSections: typeof import('../../../renderer/app/settingsPlace.ts').settingsSections
}

/** The window before the fake bridge: `?entries=100000&platform=darwin&language=zh-CN`; `pseudo` writes pseudo texts. */
const wishes = new URLSearchParams(location.search)
const fake = createFakeBridge({
  entries: Number(wishes.get('entries') ?? 60),
  platform: wishes.get('platform') === 'darwin' ? 'darwin' : 'linux',
  language: wishes.get('language') === 'zh-CN' ? 'zh-CN' : 'en'
})
if (wishes.has('pseudo')) pseudonymise(english)
Object.assign(window, { glyphlens: fake.api })

// The window begins when its module is loaded, and asks the bridge at once.
await import('../../../renderer/app/index.tsx')

// For whoever looks at it: where it is, and what it can show.
const { useView } = await import('../../../renderer/app/view.ts')
const { useOverlays } = await import('../../../renderer/app/overlays.ts')
const { settingsSections, useSettingsPlace } = await import('../../../renderer/app/settingsPlace.ts')
const stage: Stage = { fake, useView, useOverlays, useSettingsPlace, settingsSections }
Object.assign(window, { stage })
