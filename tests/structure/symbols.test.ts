import { describe, expect, test } from 'vitest'
import { files, read, sources, withoutComments } from './sources.ts'

const texts = sources.map((path) => [path, withoutComments(path)] as const)

function placesOf(pattern: RegExp): string[] {
  return texts.filter(([, text]) => pattern.test(text)).map(([path]) => path)
}

describe('what is dangerous is done in one named place', () => {
  test.each([
    ['ipcMain, to close what a package has opened', /\bipcMain\b/, ['main/desktop/vault/open.ts']],
    ['ipcRenderer', /\bipcRenderer\b/, ['preload/index.ts']],
    ['contextBridge', /\bcontextBridge\b/, ['preload/index.ts']],
    ['answers to pages', /\.ipc\b|\.handle(Once)?\(channel\b/, ['main/desktop/ipc.ts']],
    [
      'messages to pages',
      /\b(contents|webContents|sender|senderFrame|mainFrame)\??\.(send|sendToFrame|postMessage)\(/,
      ['main/desktop/ipc.ts']
    ],
    ['other programs', /\bshell\.openExternal\b/, ['main/desktop/outside/link.ts']],
    ['paths opened by the system', /\bshell\.openPath\b/, ['main/desktop/outside/outside.ts']],
    ['processes', /from 'node:child_process'/, ['main/engine/child.ts', 'main/desktop/capture/run-window-tool.ts']],
    ["the system's encryption", /\bsafeStorage\b.*from 'electron'/, ['main/desktop/vault/open.ts']],
    ['windows', /\bnew (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/, ['main/desktop/windows/create.ts']],
    ['preferences of pages', /\bwebPreferences\s*:/, ['main/desktop/windows/create.ts']],
    ['schemes', /\bregisterSchemesAsPrivileged\b/, ['main/desktop/scheme.ts']],
    ['permissions', /\bsetPermission(Request|Check)Handler\b/, ['main/desktop/session/guard-session.ts']]
  ] as const)('%s', (_what, pattern, places) => {
    expect(placesOf(pattern)).toEqual(places)
  })

  test.each([
    [
      'text that becomes a page',
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|document\.write\b/
    ],
    ['text that becomes a program', /\beval\s*\(|\bnew Function\b|\bexecuteJavaScript\b|\bvm\b.*from 'node:vm'/],
    [
      'weaker pages',
      /\b(nodeIntegration|nodeIntegrationInWorker|nodeIntegrationInSubFrames|webviewTag|allowRunningInsecureContent|experimentalFeatures|navigateOnDragDrop)\s*:\s*true\b/
    ],
    [
      'switches that weaken',
      /\b(sandbox|contextIsolation|webSecurity)\s*:\s*false\b|no-sandbox|disable-web-security|bypassCSP\s*:\s*true/
    ],
    [
      'encryption that waits, which Electron 46 has not',
      /\b(isEncryptionAvailable|encryptString|decryptString|setUsePlainTextEncryption)\b/
    ],
    [
      'certificates that nobody checks',
      /\b(setCertificateVerifyProc|certificate-error|rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED)\b/
    ],
    ['pages from elsewhere', /\bloadFile\(|registerFileProtocol|interceptFileProtocol/],
    ['the old clipboard', /\bclipboard\.(readImage|writeImage|readHTML|readBuffer)\b/],
    ['remote modules', /@electron\/remote|enableRemoteModule/]
  ] as const)('nowhere: %s', (_what, pattern) => {
    expect(placesOf(pattern)).toEqual([])
  })

  test('the environment of the process is not for the window', () => {
    const window = texts.filter(([path, text]) => path.startsWith('renderer/') && /\bprocess\b\s*\./.test(text))
    expect(window.map(([path]) => path)).toEqual([])
  })
})

test('no script of the project starts Electron without its sandbox', () => {
  const scripts = files(
    'package.json',
    'electron-builder.yml',
    '.github/**/*.yml',
    'assets/packaging/*.{ts,plist,json}'
  )
  const found = scripts.filter((path) => /--no-sandbox|disable-setuid-sandbox/.test(withoutYamlComments(path)))
  expect(found).toEqual([])
})

function withoutYamlComments(path: string): string {
  if (path.endsWith('.ts')) return withoutComments(path)
  return read(path).replaceAll(/^\s*#.*$/gm, '')
}
