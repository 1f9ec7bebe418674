import { createEngine } from '../../../main/engine/client.ts'
import { entryNamed, pictureOf } from './engine.ts'

// A program as small as the command line: asks once, prints the engine's process and ends without closing anything.
// Arguments: the spool's root, and `answer` or what the engine is to hang in.
const [spoolRoot = '', order = 'answer'] = process.argv.slice(2)
const engine = createEngine({ entry: entryNamed('main'), spoolRoot })
const tell = (): void => console.log(engine.status().pid)

if (order === 'answer') {
  await engine.probe(pictureOf({ do: 'answer' }))
  tell()
} else {
  await engine.probe(pictureOf({ do: order === 'hang' ? 'hang' : 'ignore-cancel' }), { onProgress: tell })
}
