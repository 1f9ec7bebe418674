import type { Command } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import { wholeNumber } from '../input/arguments.ts'
import type { Session } from '../session.ts'
import { learnSight } from './learn.ts'
import { listProviders } from './list.ts'
import { listModels } from './models.ts'
import { testProvider } from './test.ts'
import { type UseOptions, useProvider } from './use.ts'
import type { ProviderOptions } from './wishes.ts'

const examples = `
Examples:
  glyphlens providers list
  glyphlens providers use ollama
  glyphlens providers use vllm --base-url http://cluster:8000/v1 --concurrency 16
  glyphlens providers use custom --base-url https://example.com/v1 --fast some/model
  glyphlens providers test                         one call that says what works and what does not
  glyphlens providers learn --model some/model     find out how a model sees; one call

Providers are where pictures go that are asked about. Keys: see "glyphlens keys --help".`

/** Adds `glyphlens providers` with its commands. */
export function addProvidersCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  const providers = program
    .command('providers')
    .summary('list, choose and test providers of vision models')
    .description('Providers of vision models: where pictures go that are asked about.')
    .helpCommand(false)
    .addHelpText('after', examples)
  providers
    .command('list')
    .description('show every provider, whether it has a key, and which one is asked')
    .option('-j, --json', 'print one JSON object for each provider, one a line')
    .action((options: { json?: true }) => listProviders(session, options.json ?? false))
  providers
    .command('use')
    .description('ask this provider from now on; options are kept for it')
    .argument('<id>')
    .option('--base-url <url>', 'its address; an empty one brings back its own')
    .option('--fast <model>', 'the model that is asked')
    .option('--precise <model>', 'the model that --precise asks')
    .option('--concurrency <count>', 'most calls at a time, 1 to 64', wholeNumber(1, 64))
    .action((id: string, options: UseOptions) => useProvider(session, id, options))
  addModelOptions(providers.command('test'))
    .description('make one call that proves connection, key, account, model and sight')
    .action(async (id: string | undefined, options: ProviderOptions) =>
      conclude(await testProvider(session, id, options))
    )
  addEndpointOptions(providers.command('models'))
    .description('list the models of a provider; those that are known to see are marked')
    .action((id: string | undefined, options: ProviderOptions) => listModels(session, id, options))
  addModelOptions(providers.command('learn'))
    .description('make one call that finds out how small a model reads and how it counts boxes, and keep it')
    .action((id: string | undefined, options: ProviderOptions) => learnSight(session, id, options))
}

function addEndpointOptions(command: Command): Command {
  return command
    .argument('[id]', 'the chosen provider when missing')
    .option('--base-url <url>', 'another address than that of the provider')
    .option('-j, --json', 'print JSON')
}

function addModelOptions(command: Command): Command {
  return addEndpointOptions(command)
    .option('--model <id>', 'any model')
    .option('--precise', "the provider's larger model")
}
