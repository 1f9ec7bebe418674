import { expect, test } from 'vitest'
import { webPreferences } from '../../../main/policy/web-preferences.ts'
import { breach } from './web-preferences.ts'

const ours = webPreferences({ isPackaged: true, preload: '/app/out/preload/index.cjs' })

test('the preferences of the app pass', () => {
  expect(breach(ours)).toBeUndefined()
})

test.each([
  [{ sandbox: false }, 'sandbox'],
  [{ contextIsolation: false }, 'contextIsolation'],
  [{ nodeIntegration: true }, 'nodeIntegration'],
  [{ nodeIntegrationInWorker: true }, 'nodeIntegrationInWorker'],
  [{ nodeIntegrationInSubFrames: true }, 'nodeIntegrationInSubFrames'],
  [{ webSecurity: false }, 'webSecurity'],
  [{ spellcheck: true }, 'spellcheck'],
  [{ allowRunningInsecureContent: true }, 'allowRunningInsecureContent'],
  [{ experimentalFeatures: true }, 'experimentalFeatures'],
  [{ webviewTag: true }, 'webviewTag'],
  [{ navigateOnDragDrop: true }, 'navigateOnDragDrop'],
  [{ plugins: true }, 'plugins'],
  [{ enableBlinkFeatures: 'X' }, 'enableBlinkFeatures'],
  [{ additionalArguments: ['--key=1'] }, 'additionalArguments'],
  [{ preload: 'preload.cjs' }, 'preload'],
  [{ preload: '/app/preload.mjs' }, 'preload']
])('refused: %j', (weakened, name) => {
  expect(breach({ ...ours, ...weakened })).toContain(name)
})

test.each(['sandbox', 'contextIsolation', 'webSecurity', 'spellcheck', 'partition'] as const)(
  'refused without a word about %s',
  (name) => {
    const { [name]: _left, ...rest } = ours
    expect(breach(rest)).toBeDefined()
  }
)
