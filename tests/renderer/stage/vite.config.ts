import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Connect, defineConfig, type Plugin } from 'vite'
import { samplePictures } from '../fake/texts.ts'

const project = resolve(import.meta.dirname, '../../..')

/** Addresses of pictures as the fake bridge has them: the id ends with the place of the sample. */
const answerPictures: Connect.NextHandleFunction = (request, response) => {
  const sample = samplePictures[Number(request.url?.slice(-1))] ?? samplePictures[0]
  response.setHeader('content-type', 'image/png')
  response.end(readFileSync(resolve(project, `assets/samples/${sample.name}.png`)))
}

const pictures: Plugin = {
  name: 'sample-pictures',
  configureServer: (server) => void server.middlewares.use('/pictures/', answerPictures),
  configurePreviewServer: (server) => void server.middlewares.use('/pictures/', answerPictures)
}

/** Shows the window with sample data: `npx vite --config tests/renderer/stage/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pictures],
  cacheDir: resolve(project, 'out/stage/cache'),
  build: { target: 'esnext' },
  server: { port: 5199, fs: { allow: [project] } }
})
