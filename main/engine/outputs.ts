import { failureOf } from './death.ts'
import type { Spool } from './spool.ts'

/** What the engine says of a file that it wrote. */
interface Written {
  readonly bytes: number
}

/** What the engine wrote, with what it said of it. */
export type Collected<Facts extends Written> = Facts & { readonly data: Uint8Array }

/** Lets `ask` have one file written and brings it back; nothing stays in the spool. Throws `engine-protocol`. */
export async function collect<Facts extends Written>(
  spool: Spool,
  ask: (output: string) => Promise<Facts>
): Promise<Collected<Facts>> {
  const output = spool.reserve()
  try {
    const facts = await ask(output)
    return { ...facts, data: await spool.take(output, facts.bytes) }
  } finally {
    await spool.drop(output)
  }
}

/** As `collect`, for a file of each of `parts`, to which it gives an `output` in the spool. */
export async function collectEach<Part, Facts extends Written>(
  spool: Spool,
  parts: readonly Part[],
  ask: (parts: (Part & { output: string })[]) => Promise<readonly Facts[]>
): Promise<Collected<Facts>[]> {
  const asked = parts.map((part) => ({ ...part, output: spool.reserve() }))
  try {
    const written = await ask(asked)
    if (written.length !== asked.length) {
      throw failureOf('protocol', `${written.length} files instead of ${asked.length}`)
    }
    return await Promise.all(
      written.map(async (facts, index) => ({
        ...facts,
        data: await spool.take(asked[index]?.output ?? '', facts.bytes)
      }))
    )
  } finally {
    await Promise.all(asked.map(({ output }) => spool.drop(output)))
  }
}
