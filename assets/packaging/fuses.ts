import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * Every switch in Electron's executable. Strict: a version of Electron with a new one fails the build until somebody has
 * decided. `isForTests` leaves the one on that end-to-end tests of a packaged app need.
 */
export function fuses({ isForTests = false }: { readonly isForTests?: boolean } = {}): FuseConfig {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // The executable would be a Node with all rights of the app.
    [FuseV1Options.RunAsNode]: false,
    // One-way: cookies that were encrypted once cannot be read without it again.
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: isForTests,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    // Without it the integrity of the archive could be passed by.
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Pages come by the app's own scheme: no file is a page.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true
  }
}
