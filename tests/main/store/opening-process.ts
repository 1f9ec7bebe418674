/** Opens the library of the first argument and writes as many settings as the second says, then ends. */
import { openStore } from '../../../main/store/store.ts'

const [folder = '', count = '0'] = process.argv.slice(2)
const store = openStore(folder)
for (let index = 0; index < Number(count); index++) {
  store.transaction(() => store.run('INSERT INTO setting VALUES (?, ?)', [`${process.pid} ${index}`, 'x']))
}
store.close()
