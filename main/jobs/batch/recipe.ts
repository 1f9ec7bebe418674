import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import { jobSources } from '../job.ts'

const path = z.string().min(1).max(32_768)

/** Most files of one batch. */
export const mostFiles = 100_000

/** Of documents: pages such as `1-3,7,10-`. Default: all. */
const pages = z.string().max(2000).optional()

/** A picture that the library has already. */
const kept = z.object({
  picture: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(1000),
  source: z.enum(jobSources),
  origin: path.optional(),
  page: z.int().positive().optional()
})
export type KeptItem = z.infer<typeof kept>

const single = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path, recursive: z.boolean() }),
  /** Relative to `folder`. */
  z.object({ kind: z.literal('glob'), pattern: path, folder: path }),
  z.object({ kind: z.literal('files'), paths: z.array(path).min(1).max(mostFiles), pages }),
  z.object({ kind: z.literal('kept'), pictures: z.array(kept).min(1).max(mostFiles) })
])
/** A place with pictures. */
export type SingleSource = z.infer<typeof single>

const from = z.union([single, z.object({ kind: z.literal('several'), of: z.array(single).min(1).max(mostFiles) })])
/** Where the pictures of a batch come from. */
export type BatchSource = z.infer<typeof from>

const asks = z.object({
  task: z.string().min(1).max(60),
  engine: z.string().min(1).max(60),
  model: z.string().max(200).optional(),
  parameters: z.record(z.string(), z.unknown())
})
/** What every picture is asked. */
export type BatchAsks = z.infer<typeof asks>

const recipe = z.object({
  from,
  asks,
  /** Of a watched folder: files that arrived earlier are left alone. Milliseconds since 1970. */
  since: z.number().optional(),
  /** Also what was asked before: once more for each file of the batch. */
  again: z.boolean().optional(),
  pages
})
/** What a batch does. */
export type Recipe = z.infer<typeof recipe>

/** A recipe as it is kept. Throws `usage` for one that could not be read again. */
export function writeRecipe(wished: Recipe): string {
  const parsed = recipe.safeParse(wished)
  if (parsed.success) return JSON.stringify(parsed.data)
  throw new Failure('usage', 'A batch cannot be made of this.', {
    advice: `Choose between one and ${mostFiles} pictures, or a folder.`,
    saying: saying('work.no-batch', { most: mostFiles }),
    cause: parsed.error
  })
}

/** Reads the recipe of a batch. Throws `library-damaged` when it is none. */
export function parseRecipe(text: string): Recipe {
  const parsed = recipe.safeParse(json(text))
  if (parsed.success) return parsed.data
  throw new Failure('library-damaged', 'What the batch was to do cannot be read.', {
    advice: 'Start the batch again: what it has done already is not done twice.',
    cause: parsed.error
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no recipe: the schema says so.
    return undefined
  }
}
