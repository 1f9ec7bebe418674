import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { x11 } from '../../../../main/capture/windows/x11.ts'
import { runWindowTool } from '../../../../main/desktop/capture/run-window-tool.ts'
import { hasXDisplays, openXDisplay, type XDisplay } from '../../../e2e/x-display.ts'

const shell = (script: string) => ({ ...x11, arguments: ['-c', script] })

describe.skipIf(process.platform === 'win32')('a tool', () => {
  it('is told where the screen is, and nothing of the person', async () => {
    const environment = { ...process.env, DISPLAY: ':7', GLYPHLENS_KEY: 'canary' }
    const printed = await runWindowTool(shell('echo "$DISPLAY $LC_ALL"; env'), environment)
    expect(printed).toMatch(/^:7 C\n/)
    expect(printed).not.toContain('canary')
  })

  it.each([
    ['fails', 'exit 127', 'ended with 127'],
    ['is not there', 'exec /no/such/tool', 'ended with 12'],
    ['prints without end', 'while :; do echo 0123456789012345678901234567890123456789; done', 'MAXBUFFER']
  ])('that %s is told without its script', async (_name, script, message) => {
    await expect(runWindowTool(shell(script), process.env)).rejects.toThrow(message)
    await expect(runWindowTool(shell(script), process.env)).rejects.not.toThrow(script)
  })

  it('that does not end is ended, also while it waits for another program', async () => {
    await expect(runWindowTool(shell('sleep 9; true'), process.env)).rejects.toThrow('SIGKILL')
  })
})

const hasClients = hasXDisplays && ['xclock', 'xprop', 'xwininfo'].every((name) => existsSync(`/usr/bin/${name}`))

describe.skipIf(!hasClients)('an X display', () => {
  let x: XDisplay
  const clients: ReturnType<typeof spawn>[] = []
  const environment = () => ({ ...process.env, DISPLAY: x.name })
  const windows = async () => x11.read(await runWindowTool(x11, environment()))
  const open = (geometry: string) =>
    void clients.push(spawn('xclock', ['-geometry', geometry, '-bw', '0'], { env: environment(), stdio: 'ignore' }))
  const set = (where: readonly string[], name: string, format: string, value: string) =>
    promisify(execFile)('xprop', [...where, '-f', name, format, '-set', name, value], { env: environment() })
  /** So many windows are there, front to back. */
  const wait = (count: number) =>
    vi.waitFor(
      async () => {
        const found = await windows()
        expect(found).toHaveLength(count)
        return found
      },
      { timeout: 20_000 }
    )

  beforeAll(async () => {
    x = await openXDisplay(800, 600)
  })

  afterAll(async () => {
    for (const client of clients) client.kill()
    await x.close()
  })

  it('tells what lies on it, and what a window manager says about it', async () => {
    expect(await windows()).toEqual([])
    const back = { x: 100, y: 50, width: 200, height: 150 }
    const front = { x: 150, y: 100, width: 300, height: 120 }
    open('200x150+100+50')
    await wait(1)
    open('300x120+150+100')
    const [one, other] = await wait(2)
    expect([one?.rect, other?.rect]).toEqual([front, back])

    const [frontId, backId] = [`0x${one?.id.toString(16)}`, `0x${other?.id.toString(16)}`]
    await set(['-root'], '_NET_CLIENT_LIST_STACKING', '32x', `${frontId},${backId}`)
    expect((await windows()).map(({ rect }) => rect)).toEqual([back, front])
    await set(['-id', backId], '_NET_FRAME_EXTENTS', '32c', '2,2,30,4')
    await set(['-id', frontId], '_NET_WM_STATE', '32a', '_NET_WM_STATE_HIDDEN')
    expect((await windows()).map(({ rect }) => rect)).toEqual([{ x: 98, y: 20, width: 204, height: 184 }])
  })
})
