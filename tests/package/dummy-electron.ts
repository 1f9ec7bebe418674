import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The fuses lie in the executable behind this marker: version 1, their number, one character for each ('1' is on). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** A folder that looks like Electron's for Linux to whoever packages, and holds nothing of it. */
export function writeDummyElectron(folder: string, root: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')
  )
  writeFileSync(join(folder, 'version'), version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak']) writeFileSync(join(folder, name), '')
  const executable = join(folder, 'electron')
  const parts = [Buffer.from(`#!/bin/sh\nexit 0\n${sentinel}`), Buffer.from([1, 9]), Buffer.from('101100100')]
  writeFileSync(executable, Buffer.concat(parts))
  chmodSync(executable, 0o755)
}
