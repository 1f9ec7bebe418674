import type { PictureRules, Preset } from '../preset.ts'

/**
 * 7 MB before base64. Alibaba Cloud Model Studio, vision guide: the base64 text may have 10 MB, and the file should stay
 * below 7 MB. It is the strictest limit that a provider documents, so a picture that is prepared once fits everywhere.
 */
const strictestBytes = 7_000_000

/** Three full pictures. Of all providers only OpenAI names a sum: 50 MB a request, which leaves room after base64. */
const strictestCallBytes = 3 * strictestBytes

/**
 * What all Qwen3-VL models have in common, wherever they run. Grid and tokens: QwenLM/Qwen3-VL,
 * qwen-vl-utils/src/qwen_vl_utils/vision_process.py (patches of 16 pixels, merged two by two; 4 to 16,384 tokens) and two
 * marks around a picture. Boxes: the cookbooks 2d_grounding and omni_recognition of the same project.
 */
export const qwen3Picture = {
  // The only two types that every provider of this list decodes.
  formats: ['png', 'jpeg'],
  bytes: strictestBytes,
  callBytes: strictestCallBytes,
  // One cell; builds of Ollama before ollama/ollama#13084 ended on a picture of 30 pixels.
  minimumSide: 32,
  // The rule allows 200:1, but boxes go wrong long before that (QwenLM/Qwen3-VL#1916).
  maximumRatio: 20,
  snap: 32,
  tokens: { kind: 'cells', cell: 32, extra: 2, minimum: 4, maximum: 16_384 },
  urls: false,
  extras: {},
  boxes: 'thousand'
} as const satisfies Omit<PictureRules, 'maximumSide' | 'maximumPixels'>

/**
 * Families whose ids mean the same on every server where a person chooses the model, scaled into `minimum` to `maximum`
 * cells there. Patterns ignore case.
 */
export function familiesWithin(minimum: number, maximum: number): Preset['variants'] {
  // Patches of 14 pixels, merged two by two.
  const qwen2 = { snap: 28, tokens: { kind: 'cells', cell: 28, extra: 2, minimum, maximum } } as const
  return [
    // Boxes in pixels of the picture as it was scaled (cookbook ocr of January 2025).
    { pattern: String.raw`qwen2[._]?5[-_ ]?vl`, picture: { ...qwen2, boxes: 'pixels' } },
    { pattern: 'qwen2[-_ ]?vl', picture: qwen2 },
    // Both give box_2d as y1, x1, y2, x2 (Google, "Image understanding" of the Gemini API and the model cards of Gemma).
    { pattern: 'gemma|gemini', picture: { boxes: 'thousand-y-first' } }
  ]
}

/**
 * Besides temperature and top_p, what the README of QwenLM/Qwen3-VL recommends for the Instruct models; without it they
 * are known to repeat themselves on dense text (QwenLM/Qwen3-VL#2020).
 */
export const qwen3Sampling = { top_k: 20, presence_penalty: 1.5 } as const
