import { join } from 'node:path'
import { flipFuses } from '@electron/fuses'
import { type AfterPackContext, LinuxPackager } from 'electron-builder'
import { fuses } from './fuses.ts'

/** electron-builder calls it before it signs: nothing may change the executable afterwards. */
export async function afterPack({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const { productFilename } = packager.appInfo
  const executable = {
    darwin: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: packager instanceof LinuxPackager ? packager.executableName : undefined
  }[electronPlatformName]
  if (executable === undefined) throw new Error(`Where is the executable on ${electronPlatformName}?`)
  await flipFuses(join(appOutDir, executable), {
    ...fuses({ isForTests: process.env['GLYPHLENS_E2E_PACKAGE'] === '1' }),
    // macOS refuses a changed executable without a new signature; the real one follows.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin'
  })
}
