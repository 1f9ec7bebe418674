import { type Command, Option } from 'commander'
import { layoutModes } from '../../layout/layout.ts'
import { addModelOptions } from '../ask/command-options.ts'
import { askCommands } from '../ask/commands.ts'
import { commaList } from '../input/arguments.ts'

const tasks = ['read', 'ocr', ...askCommands.map(({ task }) => task)]

/** Adds the options that say what is asked of every picture, and of whom. */
export function addAsksOptions(command: Command): Command {
  command
    .addOption(
      new Option('-t, --task <task>', '"read" on this machine (the default), all others by a vision model').choices(
        tasks
      )
    )
    .addOption(new Option('-l, --layout <mode>', 'how the text that is read is laid out').choices(layoutModes))
    .addOption(new Option('--lang <language>', 'language of request and answer').choices(['en', 'zh-CN']))
    .option('--to <language>', 'language to translate into, such as en, ja or zh-CN')
    .option('--categories <names>', 'what "detect" looks for, with commas between', commaList)
  return addModelOptions(command)
}
