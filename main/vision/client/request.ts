import { randomUUID } from 'node:crypto'
import type { ChatMessage, ChatRequest, OutgoingPicture } from '../chat.ts'
import type { Preset } from '../preset.ts'
import { rulesFor } from '../presets/rules.ts'
import { type Gap, joinJson } from './json-bytes.ts'

/** The body of a call as UTF-8 JSON; the bytes of pictures are copied into it once. */
export function encodeRequest(request: ChatRequest): Uint8Array {
  const gaps: Gap[] = []
  const mark = randomUUID()
  const place = (picture: OutgoingPicture): string => {
    if (picture.kind === 'url') return picture.url
    gaps.push({ before: `data:image/${picture.format};base64,`, bytes: picture.bytes })
    return mark
  }
  return joinJson(JSON.stringify(describeRequest(request, place)).split(mark), gaps)
}

/** The request as the OpenAI-compatible interface wants it; `place` says what stands where a picture's address does. */
function describeRequest(request: ChatRequest, place: (picture: OutgoingPicture) => string): object {
  const { endpoint, model, messages, sampling } = request
  const { preset } = endpoint
  return {
    ...preset.sampling,
    model,
    messages: messages.map((message) => describeMessage(message, request, place)),
    ...(isSampled(preset, model) && { temperature: sampling.temperature, top_p: sampling.topP }),
    [preset.maxTokensName]: sampling.maxTokens,
    stream: true,
    ...(preset.streamUsage ? { stream_options: { include_usage: true } } : {})
  }
}

function isSampled({ fixedSampling }: Preset, model: string): boolean {
  return fixedSampling === undefined || !new RegExp(fixedSampling, 'i').test(model)
}

/** Only people's messages have parts: some servers take nothing but a string from the others. */
function describeMessage(
  { role, text, pictures = [] }: ChatMessage,
  { endpoint: { preset }, model }: ChatRequest,
  place: (picture: OutgoingPicture) => string
): object {
  if (role !== 'user') return { role, content: text }
  const { detail, extras } = rulesFor(preset, model)
  const words = [{ type: 'text', text }]
  const images = pictures.map((picture) => ({
    type: 'image_url',
    image_url: { url: place(picture), ...(detail === undefined ? {} : { detail }) },
    ...extras
  }))
  return { role, content: preset.partOrder === 'text-first' ? [...words, ...images] : [...images, ...words] }
}
