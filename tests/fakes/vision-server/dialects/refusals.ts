import type { Dialect, Problem, Refusal } from './dialect.ts'

const invalid = 'invalid_request_error'

function refusal(status: number, message: string, type = invalid, code: Refusal['code'] = null): Refusal {
  return { status, message, type, code }
}

/** What a server says that has no words of its own. */
const common: Readonly<Record<Problem, Refusal>> = {
  'bad-request': refusal(400, 'The request is not valid.'),
  'not-found': refusal(404, 'Not Found'),
  auth: refusal(401, 'Incorrect API key provided.', invalid, 'invalid_api_key'),
  'account-link': refusal(401, 'Please bind your Alibaba Cloud account before use.', 'authentication_error'),
  'real-name': refusal(403, 'The Alibaba Cloud account must be real-name verified before use.', 'permission_error'),
  permission: refusal(403, 'You have no access to this model.', 'permission_error', 'access_denied'),
  balance: refusal(402, 'Insufficient credits.', 'insufficient_quota', 'insufficient_quota'),
  'model-unknown': refusal(
    404,
    'The model does not exist or you do not have access to it.',
    invalid,
    'model_not_found'
  ),
  'model-gone': refusal(400, 'Invalid model id', invalid, 'model_not_found'),
  'model-retired': refusal(429, 'insufficient balance (1008)', 'insufficient_balance', 1008),
  rate: refusal(429, 'Rate limit reached. Please try again later.', 'requests', 'rate_limit_exceeded'),
  'quota-day': refusal(429, "You have exceeded today's quota, try again tomorrow.", 'requests', 'rate_limit_exceeded'),
  'quota-plan': refusal(
    429,
    'You exceeded your current quota, please check your plan and billing details.',
    'insufficient_quota',
    'insufficient_quota'
  ),
  burst: refusal(429, 'Request rate increased too quickly.', 'limit_burst_rate', 'limit_burst_rate'),
  'picture-pixels': refusal(400, 'The image has too many pixels.', invalid, 'image_too_large'),
  'picture-bytes': refusal(400, 'The image is too large: too many bytes.', invalid, 'image_too_large'),
  'body-bytes': refusal(413, 'Request Entity Too Large', invalid, 'request_too_large'),
  'picture-format': refusal(400, 'You uploaded an unsupported image.', invalid, 'invalid_image_format'),
  'picture-shape': refusal(400, 'The image length and width do not meet the model restrictions.', invalid),
  inspection: refusal(
    400,
    'Input data may contain inappropriate content.',
    'data_inspection_failed',
    'data_inspection_failed'
  ),
  context: refusal(400, "This model's maximum context length is 4096 tokens.", invalid, 'context_length_exceeded'),
  'no-vision': refusal(400, 'Invalid content type. image_url is only supported by certain models.', invalid),
  'no-projector': refusal(
    500,
    'image input is not supported - hint: if this is unexpected, you may need to provide the mmproj',
    'server_error',
    500
  ),
  server: refusal(500, 'The server had an error while processing your request.', 'server_error'),
  'bad-gateway': refusal(502, 'Bad Gateway', 'server_error'),
  loading: refusal(503, 'Loading model', 'unavailable_error', 503)
}

/** The words of `dialect` for a problem. */
export function refusalOf(dialect: Dialect, problem: Problem): Refusal {
  return { ...common[problem], ...dialect.refusals[problem] }
}
