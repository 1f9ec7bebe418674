import { expect, test } from 'vitest'
import { autostartFile } from '../../../../main/desktop/system/autostart.ts'

test.each([
  ['/opt/Glyphlens/glyphlens', 'Exec="/opt/Glyphlens/glyphlens" --hidden'],
  ['/home/a b/My Apps/G.AppImage', 'Exec="/home/a b/My Apps/G.AppImage" --hidden'],
  ['/o/100%/"x"/$HOME/`y`', 'Exec="/o/100%%/\\\\"x\\\\"/\\\\$HOME/\\\\`y\\\\`" --hidden'],
  ['/o/back\\slash', 'Exec="/o/back\\\\\\\\slash" --hidden']
])('%s', (program, line) => {
  expect(autostartFile(program).split('\n')).toContain(line)
})

test('it is an entry of its own, line by line', () => {
  expect(autostartFile('/x')).toMatch(/^\[Desktop Entry\]\n(?:[A-Za-z-]+=.+\n)+$/)
})
