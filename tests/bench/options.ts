import { Command, InvalidArgumentError, Option } from 'commander'
import { type EngineName, engineNames } from './engines/list.ts'
import { type SetName, setNames } from './results.ts'

const generatedSets = setNames.filter((name) => name !== 'samples')

export interface ReadOptions {
  readonly sets: readonly SetName[]
  readonly engines: readonly EngineName[]
  /** Pictures whose names it matches. */
  readonly only: RegExp
  /** Timed samples of each picture. */
  readonly repeat: number
  /** Sets whose times are taken `repeat` times; the others are read once. */
  readonly timed: readonly SetName[]
  /** Cold starts of each engine and picture. */
  readonly cold: number
  readonly qualityOnly: boolean
  /** Show the lines that Glyphlens did not read exactly. */
  readonly wrong: boolean
  readonly output: string | undefined
}

/** Reads the command line of `bench:read`; prints help or a complaint and ends the process where that is due. */
export function parseReadOptions(parameters: readonly string[]): ReadOptions {
  const command = new Command('bench:read')
    .description('Reads pictures of known text with Glyphlens and other readers, side by side.')
    .addOption(listOption('--set <names>', 'which sets to read', setNames))
    .addOption(listOption('--engines <names>', 'which readers to ask', engineNames))
    .option('--only <regexp>', 'only pictures whose names match', toPattern)
    .option('--repeat <count>', 'timed samples of each picture', toCount, 3)
    .addOption(listOption('--timed <names>', 'sets whose times are taken', generatedSets, ['tuning']))
    .option('--cold <count>', 'cold starts of each reader', toCount, 3)
    .option('--quality-only', 'read each picture once, take no times', false)
    .option('--wrong', 'show the lines that Glyphlens did not read exactly', false)
    .option('--output <file>', 'where the results go (default: out/bench/read.json)')
    .allowExcessArguments(false)
  const given = command.parse([...parameters], { from: 'user' }).opts<{
    set: SetName[]
    engines: EngineName[]
    only?: RegExp
    repeat: number
    timed: SetName[]
    cold: number
    qualityOnly: boolean
    wrong: boolean
    output?: string
  }>()
  return { ...given, sets: given.set, only: given.only ?? /./, output: given.output }
}

function listOption<T extends string>(flags: string, description: string, all: readonly T[], usual = all): Option {
  return new Option(flags, `${description}, separated by commas: ${all.join(', ')}`)
    .default([...usual], usual.join(','))
    .argParser((text: string) => {
      const names = text.split(',')
      const unknown = names.find((name) => !all.includes(name as T))
      if (unknown !== undefined) throw new InvalidArgumentError(`There is no ${unknown}.`)
      return names
    })
}

function toPattern(text: string): RegExp {
  try {
    return new RegExp(text)
  } catch {
    throw new InvalidArgumentError('It is not a regular expression.')
  }
}

function toCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 1000) throw new InvalidArgumentError('A number from 1 to 1000.')
  return count
}
