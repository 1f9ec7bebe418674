import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { threads } from './main/installation.ts'

const at = (...names: string[]): string => resolve(import.meta.dirname, ...names)

/** Worker threads stand beside the main file, under the names that `main/installation.ts` gives them. */
const threadInputs = Object.fromEntries(
  Object.entries(threads).map(([name, path]) => [`${name}-thread`, at('main', path)])
)

/** The licences of what is bundled go along with it. */
const license = { fileName: 'licences-of-packages.txt' }

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      license,
      // All of it is JavaScript: native code lives in the engine, which `engine.vite.config.ts` builds.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('main/index.ts'), ...threadInputs },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' }
      }
    }
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // A sandboxed preload can only require('electron'): one CommonJS file, nothing external.
      externalizeDeps: false,
      rollupOptions: {
        input: at('preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      license,
      // Not done by electron-vite unless asked for.
      minify: true,
      // Fonts and pictures as files: the page may load no data addresses.
      assetsInlineLimit: 0,
      // Says which file loads which: `npm run size` reads it.
      manifest: true,
      rollupOptions: {
        input: {
          index: at('renderer/index.html'),
          overlay: at('renderer/overlay.html'),
          panel: at('renderer/panel.html')
        }
      }
    }
  }
})
