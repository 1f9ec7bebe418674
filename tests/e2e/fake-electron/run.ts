// node run.ts <entry> [arguments]: runs the built main process in plain Node, with `electron` answered by electron.ts.
import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const fake = new URL('./electron.ts', import.meta.url).href
const electron = 'fake:electron'
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: electron, shortCircuit: true }
      : next(specifier, context),
  // Some packages take the module's default, as Electron's is CommonJS.
  load: (url, context, next) =>
    url === electron
      ? { format: 'module', source: `export * from '${fake}'; export * as default from '${fake}'`, shortCircuit: true }
      : next(url, context)
})

// As `electron <entry> [arguments]`.
process.argv.splice(1, 1)
const { version } = createRequire(import.meta.url)('electron/package.json') as { readonly version: string }
const versions = { ...process.versions, electron: version, chrome: 'fake' }
Object.defineProperties(process, {
  versions: { value: versions },
  defaultApp: { value: true },
  type: { value: 'browser' }
})
const [, entry = ''] = process.argv

const { app } = await import('./app.ts')
const patience = setTimeout(() => {
  if (!app.isStuck()) return
  console.error('main awaits app.whenReady() while its entry file is loading: Electron is not ready before that ends')
  process.exit(70)
}, 5000)
await import(pathToFileURL(entry).href)
clearTimeout(patience)
app.codeIsLoaded()
