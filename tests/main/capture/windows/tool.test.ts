import { expect, it } from 'vitest'
import { windowTool } from '../../../../main/capture/windows/tool.ts'

it.each([
  ['win32', {}, false, /^C:\\Windows\\.*powershell\.exe$/],
  ['win32', { SystemRoot: 'D:\\W' }, false, /^D:\\W\\/],
  ['darwin', {}, false, /osascript$/],
  ['linux', { DISPLAY: ':0' }, false, /sh$/]
] as const)('%s %o: %s', (platform, environment, portal, program) => {
  expect(windowTool(platform, environment, portal)?.program).toMatch(program)
})

it.each([
  ['on Wayland, although X programs may run there', 'linux', { DISPLAY: ':0' }, true],
  ['without an X server', 'linux', {}, false],
  ['with an empty name of one', 'linux', { DISPLAY: '' }, false],
  ['elsewhere', 'freebsd', { DISPLAY: ':0' }, false]
] as const)('nobody tells %s', (_name, platform, environment, portal) => {
  expect(windowTool(platform, environment, portal)).toBeUndefined()
})
