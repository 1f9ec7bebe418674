import type { Command } from 'commander'

/** Adds the options that say where texts go. */
export function addOutputOptions(command: Command): Command {
  return command
    .option('-j, --json', 'print one JSON object for each picture, one a line')
    .option('-o, --output <path>', 'write to a file, or one file for each picture into a folder (end it with /)')
    .option('-r, --recursive', 'look into the folders inside a folder, too')
}
