import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createWindows } from '../../../../main/desktop/windows/create.ts'
import { webPreferences } from '../../../../main/policy/web-preferences.ts'

const made = vi.hoisted((): { options: Record<string, unknown>; loaded: string[] }[] => [])
vi.mock('electron', () => ({
  BrowserWindow: class extends EventEmitter {
    readonly webContents = { id: 3 }
    readonly loaded: string[] = []
    constructor(options: Record<string, unknown>) {
      super()
      made.push({ options, loaded: this.loaded })
    }
    // One that is closed while it loads.
    loadURL(url: string): Promise<void> {
      this.loaded.push(url)
      return Promise.reject(new Error('ERR_ABORTED'))
    }
  }
}))
beforeEach(() => {
  made.length = 0
})

describe('a window', () => {
  test.each([true, false])('has the preferences of the policy, whole; packaged %s', (isPackaged) => {
    const attached: number[] = []
    const create = createWindows({ isPackaged, preload: '/p/index.cjs', attach: ({ id }) => attached.push(id) })
    create('app://glyphlens/index.html', { width: 100 })
    expect(made).toEqual([
      {
        options: { width: 100, webPreferences: webPreferences({ isPackaged, preload: '/p/index.cjs' }) },
        loaded: ['app://glyphlens/index.html']
      }
    ])
    expect(attached).toEqual([3])
  })

  test('nobody can smuggle in others', () => {
    const create = createWindows({ isPackaged: true, preload: '/p/index.cjs', attach: () => {} })
    const look = { width: 1, webPreferences: { sandbox: false, nodeIntegration: true } }
    create('app://glyphlens/index.html', look)
    expect(made[0]?.options['webPreferences']).toMatchObject({ sandbox: true, nodeIntegration: false, devTools: false })
  })
})
