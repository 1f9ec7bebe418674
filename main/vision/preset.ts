import { z } from 'zod'

const tokenRule = z.discriminatedUnion('kind', [
  /**
   * `factor` tokens (one, when missing) for each cell of `cell` by `cell` pixels, and `extra` marks; the provider scales
   * a picture into `minimum` to `maximum` cells.
   */
  z.object({
    kind: z.literal('cells'),
    cell: z.number().int().positive(),
    extra: z.number().int().min(0),
    minimum: z.number().int().min(0),
    maximum: z.number().int().positive(),
    factor: z.number().positive().optional()
  }),
  /** Tiles of 512 pixels after fitting into 2048 and a short side of 768: `base` and `tile` tokens. */
  z.object({ kind: z.literal('tiles'), base: z.number().int(), tile: z.number().int() })
])
export type TokenRule = z.infer<typeof tokenRule>

const boxSpace = z.enum(['thousand', 'thousand-y-first', 'pixels', 'unit'])

/** What a provider does with pictures. */
export const pictureRules = z.object({
  /** Types that it decodes. */
  formats: z.array(z.enum(['png', 'jpeg'])).min(1),
  /** Most bytes of one file before base64. */
  bytes: z.number().int().positive(),
  /** Most bytes of all files of one call before base64. */
  callBytes: z.number().int().positive(),
  /** Shortest and longest side in pixels that it accepts. */
  minimumSide: z.number().int().positive(),
  maximumSide: z.number().int().positive(),
  /** Longest short side that it looks at, where it limits that one too. */
  maximumShortSide: z.number().int().positive().optional(),
  /** Most pixels that it looks at; it shrinks or refuses what is above. */
  maximumPixels: z.number().int().positive(),
  /** Longest side over the shortest. */
  maximumRatio: z.number().positive(),
  /** Sides are multiples of this, so that the provider does not resample once more. */
  snap: z.number().int().positive(),
  tokens: tokenRule,
  /** Whether a picture may be given as an http address. */
  urls: z.boolean(),
  /** The `detail` of an image part; left out where the provider knows none. */
  detail: z.enum(['high', 'auto', 'low', 'original']).optional(),
  /** Properties beside `image_url` in the content part, for example `max_pixels`. */
  extras: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  boxes: boxSpace,
  /** Height in pixels of the smallest text that the model reads, where a probe has found it out. */
  legible: z.number().positive().optional()
})
export type PictureRules = z.infer<typeof pictureRules>

const modelId = z.string().trim().min(1).max(200)

/** All by which one provider differs from another: the client has no other knowledge of them. */
export const preset = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/),
  title: z.string().min(1).max(60),
  /** Ends without a slash. Empty for `custom`: the person gives it. */
  baseUrl: z.string(),
  key: z.object({
    need: z.enum(['required', 'optional']),
    /** Where a person gets one. */
    page: z.url().optional(),
    /** How keys begin there; another beginning is only a reason for a hint. */
    prefix: z.string().optional(),
    /** Name of the environment variable that the command line reads it from. */
    variable: z.string().optional()
  }),
  models: z.object({
    fast: modelId.optional(),
    precise: modelId.optional(),
    /** What to try instead when a model is gone, best first. */
    fallbacks: z.record(modelId, z.array(modelId))
  }),
  picture: pictureRules,
  /** Where models of one provider differ: the first pattern that matches the id is laid over `picture`. */
  variants: z.array(z.object({ pattern: z.string(), picture: pictureRules.partial() })),
  /** Whether the picture comes before the text in a message. */
  partOrder: z.enum(['picture-first', 'text-first']),
  /** Sent with every request besides temperature, max_tokens and top_p. */
  sampling: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Pattern of the ids of models that refuse temperature and top_p, where there are any. */
  fixedSampling: z.string().optional(),
  /** Which name the limit of tokens has. */
  maxTokensName: z.enum(['max_tokens', 'max_completion_tokens']),
  /** Whether `stream_options.include_usage` is understood. */
  streamUsage: z.boolean(),
  quota: z.object({
    /** Calls of one account and of one model in a day, where the provider has told them. */
    callsPerDay: z.number().int().positive().optional(),
    callsPerModelAndDay: z.number().int().positive().optional(),
    /** Minutes east of UTC of the midnight at which it begins anew. */
    resetOffsetMinutes: z.number().int().min(-720).max(840).optional()
  }),
  /** Most calls at a time. */
  concurrency: z.number().int().min(1).max(64),
  /** First byte in milliseconds that is still normal there. */
  patienceMilliseconds: z.number().int().positive()
})
export type Preset = z.infer<typeof preset>
