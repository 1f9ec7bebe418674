import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** The engine's program: one file of plain JavaScript beside the packages with native code and WebAssembly. */
export default defineConfig({
  build: {
    ssr: resolve(import.meta.dirname, 'main/engine/worker/main.ts'),
    outDir: 'out/engine',
    target: 'node22',
    license: { fileName: 'licences-of-packages.txt' },
    minify: false,
    rollupOptions: {
      external: ['sharp', 'onnxruntime-node', '@embedpdf/pdfium', /^zxing-wasm/],
      output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name].js' }
    }
  },
  ssr: { noExternal: true, external: ['sharp', 'onnxruntime-node', '@embedpdf/pdfium', 'zxing-wasm'] }
})
