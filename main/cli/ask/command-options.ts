import { type Command, Option } from 'commander'
import { boxFormats } from '../../tasks/export/export.ts'
import { dataFormats } from '../../tasks/write/tables.ts'
import { commaList, decimal, wholeNumber } from '../input/arguments.ts'
import type { AskTask } from './options.ts'

/** Adds the options that say whom to ask, how, and whether at all. */
export function addAskingOptions(command: Command): Command {
  return addModelOptions(command)
    .option('--base-url <url>', 'another address than that of the provider')
    .option('--pass-url', 'let the provider fetch a URL instead of fetching it here')
    .option('--dry-run', 'say what would be sent where, and send nothing')
}

/** Adds the options that say whom to ask, and how. */
export function addModelOptions(command: Command): Command {
  return command
    .option('-q, --question <text>', 'the question of "ask"; elsewhere a wish besides the task')
    .option('--precise', "the provider's larger model: slower, sees more")
    .option('--model <id>', 'any other model; see "glyphlens providers models"')
    .option('--provider <id>', 'another provider than the chosen one; see "glyphlens providers list"')
    .option('--temperature <number>', 'how freely it words, 0.1 to 1', decimal(0.1, 1))
    .option('--max-tokens <count>', 'longest answer, 1 to 32768', wholeNumber(1, 32_768))
    .option('--top-p <number>', 'share of words that it chooses from, 0.01 to 1', decimal(0.01, 1))
    .option('--tiles', 'send a large picture in parts of full size too, where a task needs small text')
    .option('--no-local-text', 'do not send the text along that is read on this machine')
}

/** Adds the options that some tasks have. */
export function addTaskOptions(command: Command, task: AskTask): Command {
  if (task === 'translate') {
    command.option('--to <language>', 'language to translate into, such as en, ja or zh-CN')
  }
  if (task === 'ask') {
    command.option('-t, --task <name>', 'a task of your own, by its name in the settings of the app')
  }
  if (task === 'chart' || task === 'table' || task === 'ask') {
    command.addOption(new Option('--format <format>', 'form of the data').choices(dataFormats))
  }
  if (task === 'detect') {
    command
      .option('--categories <names>', 'what to look for, with commas between; else what stands out', commaList)
      .addOption(new Option('--export <format>', 'write labels and pictures into --output').choices(boxFormats))
      .option('-b, --boxes <path>', 'draw the boxes that were found; a folder (end it with /) for several pictures')
  }
  return command
}
