import { expect, test } from 'vitest'
import { webPreferences } from '../../../main/policy/web-preferences.ts'

const preload = '/app/out/preload/index.cjs'

test.each([true, false])('the whole object, packaged: %s', (isPackaged) => {
  expect(webPreferences({ isPackaged, preload })).toStrictEqual({
    preload,
    partition: 'persist:glyphlens-window',
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !isPackaged
  })
})

test.each(['', 'preload/index.cjs', './index.cjs'])('a preload at %j is a fault of the program', (path) => {
  expect(() => webPreferences({ isPackaged: true, preload: path })).toThrow(TypeError)
})
