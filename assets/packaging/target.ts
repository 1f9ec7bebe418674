/** What a package is made for. */
export interface Target {
  /** As Node names it. */
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly arch: 'x64' | 'arm64'
}

/** The name that electron-builder's `${os}-${arch}` has for a target; the engine is put together under it. */
export function targetName({ platform, arch }: Target): string {
  return `${{ linux: 'linux', darwin: 'mac', win32: 'win' }[platform]}-${arch}`
}

/** Reads what electron-builder says. Throws for systems that the app does not run on. */
export function parseTarget(platform: string, arch: string): Target {
  const isKnown =
    (platform === 'linux' || platform === 'darwin' || platform === 'win32') && (arch === 'x64' || arch === 'arm64')
  if (!isKnown) throw new Error(`There is no Glyphlens for ${platform} on ${arch}.`)
  // onnxruntime-node has had no binary for Macs with Intel processors since 1.24.
  if (platform === 'darwin' && arch === 'x64') throw new Error('Macs with Intel processors are not supported.')
  return { platform, arch }
}
