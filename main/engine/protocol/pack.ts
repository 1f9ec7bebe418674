import { z } from 'zod'

/** One file of a model pack. */
export const packFile = z.object({
  /** Plain file name inside the pack's folder. */
  name: z.string().regex(/^[\w][\w.-]{0,99}$/),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Where it can be fetched, best first; the hash decides, so any mirror will do. Empty for embedded packs. */
  urls: z.array(z.url({ protocol: /^https?$/ })).max(10)
})
export type PackFile = z.infer<typeof packFile>

const normalisation = {
  /** Order of the colour planes that the network was trained on. */
  channels: z.enum(['bgr', 'rgb']),
  /** Of each plane in that order, for values scaled to 0..1. */
  mean: z.tuple([z.number(), z.number(), z.number()]),
  deviation: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()])
}

/** All by which one pack differs from another: the reader has no other knowledge of a model. */
export const packManifest = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,63}$/),
  title: z.string().max(100),
  description: z.string().max(500),
  /** SPDX identifier. */
  licence: z.string().max(50),
  authors: z.string().max(200),
  source: z.string().max(300),
  /** BCP 47 tags of the languages that it was trained on. */
  languages: z.array(z.string().max(20)).min(1),
  detector: z.object({
    file: packFile,
    ...normalisation,
    /** Sides of its input are multiples of this. */
    multiple: z.number().int().positive(),
    /** A pixel is text above this probability. */
    pixelThreshold: z.number().min(0).max(1),
    /** A line is kept when its mean probability reaches this. */
    boxThreshold: z.number().min(0).max(1),
    /** How far the shrunken kernel is grown back: distance = area * unclip / perimeter (DBNet, arXiv 1911.08947). */
    unclip: z.number().positive()
  }),
  recogniser: z.object({
    file: packFile,
    ...normalisation,
    /** Height of its input in pixels. */
    height: z.number().int().positive(),
    /** Length of its output: the blank, the dictionary and, when `space` is set, the space. */
    classes: z.number().int().positive()
  }),
  dictionary: z.object({
    file: packFile,
    /** `lines`: one character a line. `paddle-yaml`: the list `PostProcess.character_dict` of an `inference.yml`. */
    format: z.enum(['lines', 'paddle-yaml']),
    /** A space is added behind the last entry. */
    space: z.boolean()
  })
})
export type PackManifest = z.infer<typeof packManifest>

/** A pack as the engine gets it: the parsed manifest and the folder that holds the files. */
export const packLocation = z.object({ manifest: packManifest, folder: z.string().min(1) })
export type PackLocation = z.infer<typeof packLocation>

/** Every file that the manifest names, without repeats. */
export function filesOf(manifest: PackManifest): PackFile[] {
  const files = [manifest.detector.file, manifest.recogniser.file, manifest.dictionary.file]
  return [...new Map(files.map((file) => [file.name, file])).values()]
}
