/** Opens the library of the first argument, says so, and holds it until it is killed; with `write` it writes all the time. */
import { openStore } from '../../../main/store/store.ts'

const [folder = '', mode] = process.argv.slice(2)
const store = openStore(folder)
store.value('SELECT count(*) FROM job')

let written = 0
function write(): void {
  store.transaction(() => store.run('INSERT INTO setting VALUES (?, ?)', [String(written++), 'x'.repeat(1000)]))
  if (written === 100) process.send?.('ready')
  setImmediate(write)
}

if (mode === 'write') write()
else {
  process.send?.('ready')
  setInterval(() => store.readOnly, 60_000)
}
