import { describe, expect, test } from 'vitest'
import type { OutgoingPicture } from '../../../../../main/vision/chat.ts'
import { classify } from '../../../../../main/vision/client/failures/classify.ts'
import type { VisionFailure } from '../../../../../main/vision/failure.ts'
import { presetOf } from '../../../../../main/vision/presets.ts'
import { canaryKey } from '../server.ts'

/** Noon in China. */
const now = Date.UTC(2026, 10, 23, 4)
const model = 'Qwen/Qwen3-VL-8B-Instruct'

interface Given {
  readonly preset?: string
  readonly headers?: Record<string, string>
  readonly partial?: string
}

function judge(
  status: number | undefined,
  body: unknown,
  { preset = 'custom', headers, partial }: Given = {}
): VisionFailure {
  const endpoint = { preset: presetOf(preset), baseUrl: 'https://api.example.org/v1', key: canaryKey }
  return classify(
    { status, headers: new Headers(headers), body, requestId: undefined, partial },
    { endpoint, model },
    now
  )
}

const error = (message: string, more: object = {}) => JSON.stringify({ error: { message, ...more } })
const errors = (message: string) => JSON.stringify({ errors: { message, request_id: 'r' } })
const flat = (message: string, more: object = {}) => JSON.stringify({ message, ...more })

describe('a picture that the provider could not load', () => {
  const timedOut = { error: { message: 'media download timed out', code: 'InvalidParameter.DataInspection' } }
  const judged = (picture: OutgoingPicture) =>
    classify(
      { status: 400, headers: new Headers(), body: timedOut, requestId: undefined },
      {
        endpoint: { preset: presetOf('modelscope'), baseUrl: 'https://api.example.org/v1', key: canaryKey },
        model,
        messages: [{ pictures: [picture] }]
      },
      now
    )

  test('from its address goes out itself the next time', () => {
    expect(judged({ kind: 'url', url: 'https://example.com/a.png' })).toMatchObject({
      code: 'vision-picture-format',
      message: /from its address/,
      advice: /Send the picture itself/
    })
  })

  test('that came with the request has no address to speak of', () => {
    const { code, message, advice } = judged({ kind: 'bytes', format: 'png', bytes: new Uint8Array(1) })
    expect(code).toBe('vision-picture-format')
    expect(`${message} ${advice}`).not.toMatch(/address|Send the picture/)
  })
})

describe('what a provider says', () => {
  test.each<[string, number, string, string]>([
    // ModelScope
    [
      'modelscope',
      401,
      error('Authentication failed, please make sure that a valid ModelScope token is supplied.'),
      'vision-auth'
    ],
    ['modelscope', 401, error('Please bind your Alibaba Cloud account before use.'), 'vision-account-link'],
    ['modelscope-ai', 403, error('The Aliyun account must be real-name verified'), 'vision-real-name'],
    ['modelscope', 400, errors('Model id : X , has no provider supported'), 'vision-model-gone'],
    ['modelscope', 400, error('Invalid model id: X'), 'vision-model-gone'],
    ['modelscope', 429, error('insufficient balance (1008)'), 'vision-model-gone'],
    [
      'modelscope',
      429,
      error("You have exceeded today's quota for model X, please try again tomorrow"),
      'vision-quota-day'
    ],
    [
      'modelscope',
      429,
      error('You exceeded your current quota, please check your plan and billing details'),
      'vision-rate'
    ],
    ['modelscope', 429, errors('Request limit exceeded.'), 'vision-rate'],
    ['modelscope', 400, error('input size exceed limit 2048x2048,current input:(1080,2376)'), 'vision-picture-pixels'],
    ['modelscope', 400, errors('input size exceed limit 2048x2048,current input:(1080,2376)'), 'vision-picture-pixels'],
    [
      'modelscope',
      400,
      error('media download timed out', { code: 'InvalidParameter.DataInspection' }),
      'vision-picture-format'
    ],
    ['modelscope', 502, error('this is an image-generation model'), 'vision-model-gone'],
    // DashScope
    ['dashscope', 401, error('Incorrect API key provided.', { code: 'invalid_api_key' }), 'vision-auth'],
    [
      'dashscope',
      400,
      error('Access denied, account is not in good standing', { code: 'Arrearage' }),
      'vision-balance'
    ],
    ['dashscope', 403, error('Access to model denied.', { code: 'AccessDenied.Unpurchased' }), 'vision-permission'],
    [
      'dashscope',
      403,
      error('The free tier of the model has been exhausted.', { code: 'AllocationQuota.FreeTierOnly' }),
      'vision-balance'
    ],
    ['dashscope', 404, error('The model `x` does not exist', { code: 'model_not_found' }), 'vision-model-gone'],
    ['dashscope', 429, error('You exceeded your current requests list', { code: 'limit_requests' }), 'vision-rate'],
    ['dashscope', 429, error('Request rate increased too quickly', { code: 'limit_burst_rate' }), 'vision-rate'],
    ['dashscope', 429, error('Allocated quota exceeded', { code: 'insufficient_quota' }), 'vision-rate'],
    [
      'dashscope',
      400,
      error('Input data may contain inappropriate content.', { code: 'data_inspection_failed' }),
      'vision-content-blocked'
    ],
    ['dashscope', 400, error('Exceeded limit on max bytes per data-uri item : 10485760'), 'vision-picture-bytes'],
    [
      'dashscope',
      400,
      error(
        'The image length and width do not meet the model restrictions. [height:8 or width:9 must be larger than 10]'
      ),
      'vision-picture-shape'
    ],
    ['dashscope', 400, error('Failed to decode the image during the data inspection.'), 'vision-picture-format'],
    ['dashscope', 400, error('Unexpected item type in content.'), 'vision-no-sight'],
    // SiliconFlow
    [
      'siliconflow',
      400,
      flat('Model does not exist. Please check it carefully.', { code: 20012, data: null }),
      'vision-model-gone'
    ],
    ['siliconflow', 400, flat('The data URI is wrong', { code: 20040, data: null }), 'vision-picture-format'],
    [
      'siliconflow',
      403,
      flat('Sorry, your account balance is insufficient', { code: 30001, data: null }),
      'vision-balance'
    ],
    ['siliconflow', 401, '"Api key is invalid"', 'vision-auth'],
    ['siliconflow', 503, flat('System is too busy now.', { code: 50505, data: null }), 'vision-upstream'],
    // OpenRouter
    ['openrouter', 402, error('Insufficient credits', { code: 402 }), 'vision-balance'],
    ['openrouter', 408, error('Timed out', { code: 408 }), 'vision-timeout'],
    ['openrouter', 404, error('No endpoints found that support image input', { code: 404 }), 'vision-no-sight'],
    ['openrouter', 404, error('No endpoints found for x/y.', { code: 404 }), 'vision-model-gone'],
    ['openrouter', 429, error('Rate limit exceeded: free-models-per-day', { code: 429 }), 'vision-quota-day'],
    [
      'openrouter',
      403,
      error('x requires moderation. Your input was flagged', { code: 403 }),
      'vision-content-blocked'
    ],
    [
      'openrouter',
      400,
      error('Provider returned error', { metadata: { raw: 'context length exceeded' } }),
      'vision-context'
    ],
    // OpenAI
    ['openai', 401, error('Incorrect API key provided: sk-abc***xyz.', { code: 'invalid_api_key' }), 'vision-auth'],
    ['openai', 429, error('You exceeded your current quota', { code: 'insufficient_quota' }), 'vision-balance'],
    ['openai', 429, error('Rate limit reached for gpt', { code: 'rate_limit_exceeded' }), 'vision-rate'],
    [
      'openai',
      400,
      error('You uploaded an unsupported image.', { code: 'invalid_image_format' }),
      'vision-picture-format'
    ],
    ['openai', 400, error('Invalid content type. image_url is only supported by certain models.'), 'vision-no-sight'],
    ['openai', 400, error('Your request was rejected', { code: 'content_policy_violation' }), 'vision-content-blocked'],
    // Servers of one's own
    [
      'llama-cpp',
      500,
      error('image input is not supported - hint: you may need to provide the mmproj', { code: 500 }),
      'vision-no-sight'
    ],
    ['llama-cpp', 503, error('Loading model', { code: 503 }), 'vision-upstream'],
    [
      'llama-cpp',
      400,
      error('the request exceeds the available context size', { type: 'exceed_context_size_error' }),
      'vision-context'
    ],
    ['vllm', 400, flat('x is not a multimodal model', { object: 'error', code: 400 }), 'vision-no-sight'],
    ['vllm', 400, error('At most 0 image(s) may be provided in one prompt.'), 'vision-no-sight'],
    [
      'vllm',
      400,
      error('The decoder prompt (length 9000) is longer than the maximum model length of 8192.'),
      'vision-picture-pixels'
    ],
    ['vllm', 400, error("This model's maximum context length is 4096 tokens."), 'vision-context'],
    ['ollama', 400, error('invalid image input'), 'vision-picture-format'],
    [
      'ollama',
      404,
      error('model "x" not found, try pulling it first', { type: 'not_found_error' }),
      'vision-model-gone'
    ],
    ['ollama', 400, error('the input length exceeds the context length'), 'vision-context'],
    // Anybody
    ['custom', 400, error('unknown variant `image_url`, expected `text`'), 'vision-no-sight'],
    ['custom', 413, '<html><body>413 Request Entity Too Large</body></html>', 'vision-picture-bytes'],
    ['custom', 400, '<html><body>The plain HTTP request was sent to HTTPS port</body></html>', 'vision-tls'],
    ['custom', 407, '', 'vision-proxy'],
    ['custom', 401, '', 'vision-auth'],
    ['custom', 403, '<html>blocked</html>', 'vision-not-an-api'],
    ['custom', 403, '', 'vision-permission'],
    ['custom', 404, '{"detail":"Not Found"}', 'vision-not-an-api'],
    ['custom', 404, '<html>404</html>', 'vision-not-an-api'],
    ['custom', 405, '', 'vision-not-an-api'],
    ['custom', 400, '{}', 'vision-refused'],
    ['custom', 418, 'teapot', 'vision-refused'],
    ['custom', 422, '{"detail":[{"loc":["body"],"msg":"field required"}]}', 'vision-refused'],
    ['custom', 429, '', 'vision-rate'],
    ['custom', 500, '', 'vision-upstream'],
    ['custom', 502, '<html><h1>502 Bad Gateway</h1></html>', 'vision-upstream'],
    ['custom', 504, '', 'vision-upstream'],
    ['custom', 529, error('Overloaded'), 'vision-upstream']
  ])('%s, %i, %s: %s', (preset, status, body, code) => {
    expect(judge(status, body, { preset })).toMatchObject({ code, status })
  })

  test('inside of an answer is judged by its words, or a status of its own', () => {
    expect(judge(undefined, { error: { message: 'data_inspection_failed' } })).toMatchObject({
      code: 'vision-content-blocked',
      status: undefined
    })
    expect(judge(undefined, { error: { message: 'x', code: 429 } })).toMatchObject({ code: 'vision-rate', status: 429 })
    expect(judge(undefined, { error: 'the engine died' })).toMatchObject({ code: 'vision-upstream', status: undefined })
  })
})

describe('when to ask again', () => {
  test.each<[string, number, string, Given, object]>([
    ['a rate', 429, '', {}, { kind: 'soon', milliseconds: 15_000 }],
    ['a rate with a wait', 429, '', { headers: { 'retry-after': '2' } }, { kind: 'soon', milliseconds: 2000 }],
    ['a rate with a minute', 429, '', { headers: { 'retry-after': '60' } }, { kind: 'soon', milliseconds: 60_000 }],
    ['a rate with more', 429, '', { headers: { 'retry-after': '61' } }, { kind: 'at', time: now + 61_000 }],
    ['a rate with an hour', 429, '', { headers: { 'retry-after': '3600' } }, { kind: 'at', time: now + 3_600_000 }],
    [
      'a rate in milliseconds',
      429,
      '',
      { headers: { 'retry-after-ms': '250', 'retry-after': '9' } },
      { kind: 'soon', milliseconds: 250 }
    ],
    [
      'a rate with a date',
      429,
      '',
      { headers: { 'retry-after': new Date(now + 30_000).toUTCString() } },
      { kind: 'soon', milliseconds: 30_000 }
    ],
    [
      'a rate with a date that is over',
      429,
      '',
      { headers: { 'retry-after': new Date(now - 30_000).toUTCString() } },
      { kind: 'soon', milliseconds: 0 }
    ],
    ['a rate with none', 429, '', { headers: { 'retry-after': '0' } }, { kind: 'soon', milliseconds: 0 }],
    ['a rate with nonsense', 429, '', { headers: { 'retry-after': 'later' } }, { kind: 'soon', milliseconds: 15_000 }],
    [
      'a rate with less than nothing',
      429,
      '',
      { headers: { 'retry-after': '-5' } },
      { kind: 'soon', milliseconds: 15_000 }
    ],
    [
      'a plan',
      429,
      error('exceeded your current quota'),
      { preset: 'modelscope' },
      { kind: 'soon', milliseconds: 75_000 }
    ],
    // Midnight in China is 16:00 UTC.
    ['a day', 429, error("today's quota"), { preset: 'modelscope' }, { kind: 'at', time: Date.UTC(2026, 10, 23, 16) }],
    ['a day without midnight', 429, error("today's quota"), {}, { kind: 'at', time: now + 3_600_000 }],
    [
      'a day with a wait',
      429,
      error("today's quota"),
      { headers: { 'retry-after': '7200' } },
      { kind: 'at', time: now + 7_200_000 }
    ],
    [
      'pixels',
      400,
      error('input size exceed limit 2048x2048,current input:(3120,4208)'),
      {},
      { kind: 'smaller', maximumSide: 2048 }
    ],
    ['pixels without a number', 400, error('too many pixels'), {}, { kind: 'smaller', maximumSide: undefined }],
    ['bytes', 413, '', {}, { kind: 'smaller', maximumSide: undefined }],
    ['a model', 404, error('model not found'), {}, { kind: 'other-model' }],
    ['a key', 401, '', {}, { kind: 'never' }],
    ['a fault', 503, '', { headers: { 'retry-after': '5' } }, { kind: 'soon', milliseconds: 5000 }]
  ])('after %s', (_, status, body, given, retry) => {
    expect(judge(status, body, given).retry).toEqual(retry)
  })
})

describe('a call may be counted', () => {
  test.each<[number | undefined, string, Given, boolean]>([
    [400, '', {}, false],
    [429, '', {}, false],
    [503, '', {}, false],
    [500, error('image input is not supported'), {}, false],
    [500, '', {}, true],
    [502, '', {}, true],
    [504, '', {}, true],
    [undefined, error('rate limit'), {}, false],
    [undefined, error('rate limit'), { partial: 'so far' }, true]
  ])('%s %s %j: %s', (status, body, given, counted) => {
    expect(judge(status, body, given).mayBeCounted).toBe(counted)
  })
})

describe('the sentences', () => {
  test('name the provider, the model and what to do', () => {
    const failure = judge(401, error('no such token'), { preset: 'modelscope' })
    expect(failure.message).toBe('ModelScope does not accept the key. It says: “no such token”')
    expect(failure.advice).toBe(
      'Check the key, or make a new one at https://modelscope.cn/my/myaccesstoken. ' +
        'Keys of modelscope.cn and modelscope.ai do not work on the other site.'
    )
    expect(judge(401, '').advice).toBe('Check the key, or make a new one.')
    expect(judge(404, error('model not found')).message).toContain(`“${model}”`)
    expect(judge(429, error("today's quota"), { preset: 'modelscope' }).advice).toContain('midnight (UTC+8)')
  })

  test('quote shortly, without markup, keys and pictures', () => {
    const said = `<b>Bad</b>\u0000\n key ${canaryKey} Bearer x sk-abcdefgh*** data:image/png;base64,AAAA ${'long '.repeat(200)}`
    const { message } = judge(400, error(said))
    expect(message).toContain('“Bad key [hidden] [hidden] [hidden] [picture] long')
    expect(message.length).toBeLessThan(350)
    expect(message).not.toContain('canary')
  })

  test('never show a page', () => {
    const { message } = judge(502, '<!DOCTYPE html><title>502</title><body>nginx')
    expect(message).toBe('Custom has a fault of its own.')
  })

  test('keep the id of the request', () => {
    expect(judge(400, errors('x')).requestId).toBe('r')
    expect(judge(400, JSON.stringify({ error: { message: 'x' }, request_id: 'top' })).requestId).toBe('top')
  })
})
