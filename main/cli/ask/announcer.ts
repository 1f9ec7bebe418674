import type { Said } from '../../saying.ts'
import type { Forecast } from '../../vision/analyze/forecast.ts'
import { printable, type Terminal } from '../terminal.ts'
import { counted, describeForecast, describeReceiver } from './tell.ts'

/** Says to a person what leaves the machine, and what there is to know about an answer. */
export interface Announcer {
  /** Before it is sent. */
  readonly forecast: (name: string, forecast: Forecast) => void
  /** Each sentence once in a command. */
  readonly notices: (name: string, notices: readonly Said[]) => void
}

export interface AnnouncerOptions {
  readonly pictures: number
  readonly verbose: boolean
}

export function createAnnouncer(terminal: Terminal, { pictures, verbose }: AnnouncerOptions): Announcer {
  const said = new Set<string>()
  let receiverNamed = pictures < 2
  const say = (name: string, sentence: string): void => {
    const about = pictures > 1 ? `${printable(name)}: ` : ''
    terminal.say(`${terminal.paint('yellow', 'glyphlens:')} ${about}${printable(sentence)}`)
  }
  const notices: Announcer['notices'] = (name, sentences) => {
    for (const { message } of sentences.filter((each) => !said.has(each.message))) {
      said.add(message)
      say(name, message)
    }
  }
  return {
    notices,
    forecast: (name, forecast) => {
      if (!receiverNamed) {
        terminal.say(
          `${counted(pictures, 'picture')} to ${printable(describeReceiver(forecast))}, a call or more for each.`
        )
      }
      receiverNamed = true
      if (verbose || forecast.calls > 1 || forecast.pictures.length > 1) {
        terminal.say(terminal.paint('dim', printable(`${name} to ${describeForecast(forecast)}.`)))
      }
      notices(name, forecast.notices)
    }
  }
}
