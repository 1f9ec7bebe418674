import { createInterface } from 'node:readline'
import type { Desk } from '../desk.ts'

const help = `hotkeys            the keys that the app has registered
press <keys>       presses one of them, such as: press Control+Shift+1
tray               the menu of the tray; tray <label> chooses
menu               the menu of the app; menu <label> > <label> chooses
clipboard          the text on the clipboard of the app
copy <text>        puts text there
open <path>        opens a file, as a file browser does
quit               quits`

/** What a system would do around the windows, by words in the terminal. Returns how to stop listening. */
export function listen(desk: Desk): () => void {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '' })
  const answer = async (line: string): Promise<string> => {
    const [word = '', rest = ''] = line.trim().split(/\s+(.*)/s)
    const labels = rest.split('>').map((label) => label.trim())
    switch (word) {
      case '':
        return ''
      case 'hotkeys':
        return (await desk.hotkeys()).join('\n')
      case 'press':
        return (await desk.pressHotkey(rest)) ? '' : 'Nobody listens to these keys.'
      case 'tray':
        if (rest !== '') await desk.choose('tray', ...labels)
        return rest === '' ? JSON.stringify((await desk.trayMenu())?.items.map(({ label }) => label)) : ''
      case 'menu':
        if (rest !== '') await desk.choose('menu', ...labels)
        return rest === '' ? JSON.stringify((await desk.menu()).map(({ label }) => label)) : ''
      case 'clipboard':
        return desk.clipboardText()
      case 'copy':
        await desk.copy({ 'text/plain': rest })
        return ''
      case 'open':
        await desk.openFile(rest)
        return ''
      case 'quit':
        await desk.quit()
        return ''
      default:
        return help
    }
  }
  lines.on('line', (line) => {
    answer(line).then(console.log, (error: unknown) => console.error(String(error)))
  })
  return () => lines.close()
}
