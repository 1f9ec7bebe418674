import type { AnswerOutcome } from './outcomes.ts'

/** One line of the table: all that is given must fit; the first line that fits decides. */
export interface AnswerRule {
  /** Id of the preset, or how such ids begin. */
  readonly provider?: string
  /** HTTP status. An error inside of an answer has none and fits every line that has a pattern. */
  readonly status?: readonly number[]
  /** Over code, type and message as the provider gave them, in one line. */
  readonly pattern?: RegExp
  readonly html?: true
  readonly outcome: AnswerOutcome
}

const refusals = [400, 403, 404, 406, 415, 422, 500, 501]

/** What providers say, most special first. Where a text is known from one provider only, its line names it. */
export const answerRules: readonly AnswerRule[] = [
  { status: [407], outcome: 'proxyAuth' },
  { pattern: /plain http request was sent to https|http request to an https server/i, outcome: 'plainOnTls' },

  // Accounts
  { status: [401, 403], pattern: /bind.{0,60}(alibaba|aliyun)|绑定.{0,20}阿里云/i, outcome: 'accountLink' },
  { status: [400, 401, 403], pattern: /real[- ]?name|identity verif|实名/i, outcome: 'realName' },

  // Money and quotas. ModelScope means a retired model by 1008, and OpenAI's words for an empty account mean its own
  // limit by the minute there; at DashScope they mean tokens per minute.
  { provider: 'modelscope', pattern: /insufficient balance.{0,5}1008/i, outcome: 'modelGone' },
  {
    status: [403, 429],
    pattern: /today['’]?s quota|try again tomorrow|\bdaily (limit|quota)|per[-_ ]?day\b|今日.{0,10}(额度|次数)/i,
    outcome: 'quotaDay'
  },
  { provider: 'modelscope', status: [429], pattern: /current quota|request limit exceeded/i, outcome: 'ratePlan' },
  { provider: 'dashscope', status: [429], pattern: /insufficient_quota|allocat(ed|ion).?quota/i, outcome: 'ratePlan' },
  { status: [402], outcome: 'balance' },
  {
    status: [400, 401, 403, 429],
    pattern: /arrearage|overdue|insufficient[ _](balance|quota|credits?|funds)|balance is insufficient|FreeTierOnly/i,
    outcome: 'balance'
  },
  {
    status: [400, 401, 403, 429],
    pattern: /free tier.{0,40}exhausted|no credits? left|余额不足|欠费/i,
    outcome: 'balance'
  },
  { status: [429], outcome: 'rate' },
  { pattern: /rate.?limit|too many requests|limit_burst_rate|throttling/i, outcome: 'rate' },

  // Models that see nothing; llama.cpp says so with 500, OpenRouter with 404.
  { status: refusals, pattern: /image input is not supported|mmproj|not a multimodal model/i, outcome: 'noSight' },
  {
    status: refusals,
    pattern: /support (image|vision|visual|multimodal)(?! format| type| size)|at most 0 image/i,
    outcome: 'noSight'
  },
  {
    status: refusals,
    pattern: /image_url.{0,80}(support|expected `?text)|missing data.{0,20}image/i,
    outcome: 'noSight'
  },
  { status: refusals, pattern: /unexpected item type in content|不支持.{0,10}(图片|图像)/i, outcome: 'noSight' },

  // Pictures
  {
    status: [400, 422],
    pattern: /data.?inspection.{0,200}(download|timed? ?out)|download.{0,60}(image|media|url)/i,
    outcome: 'pictureAddress'
  },
  { status: [400, 422], pattern: /size exceeds? limit|limit.{0,6}\d{3,5} ?[x×*] ?\d{3,5}/i, outcome: 'picturePixels' },
  { status: [400, 422], pattern: /pixels?\b.{0,60}(exceed|limit|maximum)|too many pixels/i, outcome: 'picturePixels' },
  { status: [400, 422, 500], pattern: /encoder cache|image tokens?.{0,60}exceed/i, outcome: 'picturePixels' },
  { provider: 'vllm', status: [400], pattern: /multimodal tokens|decoder prompt/i, outcome: 'picturePixels' },
  { status: [413], outcome: 'pictureBytes' },
  {
    status: [400, 422],
    pattern: /bytes per data-?uri|(image|file|payload|body).{0,40}too large/i,
    outcome: 'pictureBytes'
  },
  { status: [400, 422], pattern: /image.{0,80}exceeds?.{0,40}(MB|bytes|size)/i, outcome: 'pictureBytes' },
  { status: [400, 422], pattern: /(length|width|height).{0,60}restriction|aspect ratio/i, outcome: 'pictureShape' },
  { status: [400, 422], pattern: /(width|height).{0,60}(must be|larger than|at least)/i, outcome: 'pictureShape' },
  {
    status: [400, 415, 422, 500],
    pattern:
      /(cannot|can't|unable to|failed to|could not) (decode|identify|load|process|parse|open).{0,40}(image|media)/i,
    outcome: 'pictureFormat'
  },
  {
    status: [400, 403, 422, 451],
    pattern: /data.?inspection|content.?(filter|policy|management)|inappropriate|moderation|flagged|违规|敏感/i,
    outcome: 'contentBlocked'
  },
  { provider: 'siliconflow', pattern: /\b20040\b/, outcome: 'pictureFormat' },
  {
    status: [400, 415, 422],
    pattern: /(invalid|unsupported|illegal|bad|malformed|not a valid).{0,30}(image|base64|data.?ur[il]|media)/i,
    outcome: 'pictureFormat'
  },
  {
    status: [400, 415, 422],
    pattern: /image.{0,40}(format|type).{0,40}(support|valid|illegal)/i,
    outcome: 'pictureFormat'
  },
  {
    status: [400, 413, 422, 500],
    pattern: /context.{0,8}(length|window|size)|(prompt|input).{0,20}(too long|length)|max_model_len|too many tokens/i,
    outcome: 'context'
  },

  // Models
  { status: [410], outcome: 'modelGone' },
  {
    pattern: /no provider supported|invalid model|unknown model|model_not_found|no endpoints found|模型不存在/i,
    outcome: 'modelGone'
  },
  {
    status: [400, 403, 404],
    pattern: /model.{0,240}(not (be )?(found|exist|available|supported)|does not exist|deprecated|retired|offline)/i,
    outcome: 'modelGone'
  },
  { provider: 'modelscope', status: [502], pattern: /image.?generation|text-to-image/i, outcome: 'modelGone' },

  // Keys
  { status: [400, 401, 403], pattern: /AccessDenied|unpurchased|permission/i, outcome: 'permission' },
  { provider: 'modelscope', status: [401], outcome: 'authOtherSite' },
  { status: [401], outcome: 'auth' },
  {
    status: [400, 403],
    pattern: /api.?key.{0,20}(not valid|invalid)|(invalid|incorrect).{0,4}api.?key/i,
    outcome: 'auth'
  },

  // By status
  { status: [503], pattern: /loading/i, outcome: 'loading' },
  { status: [408], outcome: 'upstreamTimeout' },
  { status: [504, 524], outcome: 'gatewayTimeout' },
  { pattern: /\btime(d |-)?out\b/i, outcome: 'upstreamTimeout' },
  { html: true, status: [200, 400, 403, 404, 405, 406, 410, 451], outcome: 'notAnApi' },
  { status: [404, 405, 501], outcome: 'noEndpoint' },
  { status: [403, 451], outcome: 'permission' },
  { status: [400, 406, 409, 411, 414, 415, 417, 421, 422, 426, 428, 431], outcome: 'refused' }
]
