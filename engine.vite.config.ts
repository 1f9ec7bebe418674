import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** The engine's program and that of its thread for codes and rulings: plain JavaScript beside the packages with native code and WebAssembly. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/engine',
    target: 'node22',
    license: { fileName: 'licences-of-packages.txt' },
    minify: false,
    rollupOptions: {
      input: {
        main: resolve(import.meta.dirname, 'main/engine/worker/main.ts'),
        aside: resolve(import.meta.dirname, 'main/engine/worker/aside/thread.ts')
      },
      external: ['sharp', 'onnxruntime-node', '@embedpdf/pdfium', /^zxing-wasm/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' }
    }
  },
  ssr: { noExternal: true, external: ['sharp', 'onnxruntime-node', '@embedpdf/pdfium', 'zxing-wasm'] }
})
