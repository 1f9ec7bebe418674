import type { Command } from 'commander'
import { Failure } from '../../failure.ts'
import type { ExitCode } from '../exit-codes.ts'
import { commaList } from '../input/arguments.ts'
import { addOutputOptions } from '../output/command-options.ts'
import { addReadingOptions } from '../read/command-options.ts'
import type { ReadCommandOptions } from '../read/options.ts'
import { readPictures } from '../read/read.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { askPictures } from './ask.ts'
import { addAskingOptions } from './command-options.ts'
import type { AskCommandOptions } from './options.ts'

const examples = `
Examples:
  glyphlens ocr scan.png                           on this machine, as "glyphlens read" does it
  glyphlens ocr --vision handwriting.jpg           by a vision model, as Markdown
  glyphlens ocr --vision --tiles page.png          in parts of full size, for small text

A vision model reads handwriting, formulas and odd fonts; it may also invent. Reading on this machine does not.`

interface OcrOptions extends ProgramOptions {
  readonly vision?: true
  readonly lang?: string
}

/** Adds `glyphlens ocr`, which reads on this machine or by a vision model. */
export function addOcrCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  const command = program
    .command('ocr')
    .summary('print the text of pictures, also by a vision model')
    .description('Prints the text of pictures: on this machine, or with --vision by a vision model, as Markdown.')
    .argument('<name...>', 'files, folders, URLs, or - for standard input')
    .option('--vision', 'ask a vision model; the options for asking need it')
    .option('--lang <tags>', 'languages that must be readable; with --vision that of the request, en or zh-CN')
  addOutputOptions(command)
  const reading = namesAddedBy(command, addReadingOptions)
  const asking = namesAddedBy(command, addAskingOptions)
  command.addHelpText('after', examples).action(async (names: string[]) => {
    const { vision, lang, ...options } = command.optsWithGlobals<OcrOptions>()
    refuseGiven(command, vision ? reading : asking, vision)
    if (vision) {
      const asked: AskCommandOptions = { ...options, ...(lang !== undefined && { lang: requestLanguage(lang) }) }
      conclude(await askPictures('ocr', names, asked, session))
    } else {
      const read: ReadCommandOptions = { ...options, ...(lang !== undefined && { lang: commaList(lang) }) }
      conclude(await readPictures(names, read, session))
    }
  })
}

function namesAddedBy(command: Command, add: (command: Command) => Command): string[] {
  const before = new Set(command.options)
  add(command)
  return command.options.filter((option) => !before.has(option)).map((option) => option.attributeName())
}

/** An option that would do nothing is a mistake of the person. Throws `usage`. */
function refuseGiven(command: Command, names: readonly string[], vision: true | undefined): void {
  const given = command.options.find(
    (option) => names.includes(option.attributeName()) && command.getOptionValueSource(option.attributeName()) === 'cli'
  )
  if (given === undefined) return
  const [message, advice] = vision
    ? [`${given.long} is for reading on this machine.`, 'Leave it out, or leave --vision out.']
    : [`${given.long} is for asking a vision model.`, 'Add --vision, or leave it out.']
  throw new Failure('usage', message, { advice })
}

function requestLanguage(lang: string): 'en' | 'zh-CN' {
  if (lang === 'en' || lang === 'zh-CN') return lang
  throw new Failure('usage', `A vision model is asked in en or zh-CN, not in “${lang}”.`, {
    advice: 'It reads all languages that it knows; name none, or one of these two.'
  })
}
