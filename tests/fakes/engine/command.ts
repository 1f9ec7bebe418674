import { createEngine } from '../../../main/engine/client.ts'
import { entryNamed, pictureOf } from './engine.ts'

// A program as small as the command line: it asks, prints the engine's process and ends without closing anything.
// Arguments: the spool's root, and what the engine is to do.
const [spoolRoot = '', order = 'answer'] = process.argv.slice(2)
// A soft ceiling of one byte: the engine is replaced after each answer.
const memory = order === 'replace' ? { softBytes: 1 } : {}
const engine = createEngine({ entry: entryNamed('main'), spoolRoot, memory })
const tell = (): void => console.log(engine.status().pid)

if (order === 'hang' || order === 'ignore-cancel') {
  await engine.probe(pictureOf({ do: order }), { onProgress: tell })
} else {
  await engine.probe(pictureOf({ do: 'answer' }))
  await engine.probe(pictureOf({ do: 'progress', steps: 1 }), { onProgress: tell })
}
